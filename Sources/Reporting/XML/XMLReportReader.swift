import Documents
import Extraction
import Reconciliation

/// Reads a discrepancy report as `XMLReporter` writes it: written again, it is the same to the byte, and every other format
/// of it is that of the report itself.
///
/// A report does not hold all that is known of a claim: keys of subjects, derivations and what comparing needs are empty.
public struct XMLReportReader: Sendable {
    public init() {}

    /// - Parameter bytes: of a file below 2 GB.
    /// - Throws: `XMLReportError` for what is not well-formed, not valid against `ReportSchema`, or says what cannot be.
    public func read(_ bytes: [UInt8]) throws(XMLReportError) -> Report {
        let document = try XMLDocument(bytes, schema: ReportSchema.bytes)
        guard let root = document.root, root.name == "discrepancyReport" else {
            throw XMLReportError("holds no report of discrepancies", line: document.root?.line)
        }
        var builder = XMLReportBuilder()
        return try builder.report(root)
    }
}

private struct XMLReportBuilder {
    /// The ids of the documents by the names that the report's elements have for them.
    private var ids: [String: String] = [:]

    mutating func report(_ root: XMLElement) throws(XMLReportError) -> Report {
        var documents: [ReportDocument] = []
        for element in root.child("documents")?.children ?? [] {
            let document = try self.document(element)
            ids[try element.required("id")] = document.document
            documents.append(document)
        }
        var discrepancies: [Discrepancy] = []
        for element in root.child("discrepancies")?.children ?? [] {
            discrepancies.append(try discrepancy(element))
        }
        return Report(
            generator: try root.required("generator"), documents: documents, discrepancies: discrepancies,
            coverage: try coverage(try root.requiredChild("coverage")), baseline: try baseline(root.child("baseline")),
            ignored: try ignored(root.child("ignored")),
            ignoredCounts: try ignoredCounts(try root.requiredChild("coverage")))
    }

    private func document(_ element: XMLElement) throws(XMLReportError) -> ReportDocument {
        var published: DayInterval?
        if let text = element["published"] { published = try element.days(text, key: "published") }
        let path = try element.required("path")
        return ReportDocument(
            document: element["key"] ?? path, path: path,
            metadata: Metadata(
                title: element["title"], publisher: element["publisher"], published: published,
                language: element["language"], status: element["status"]),
            words: try element.number("words"), claims: try element.number("claims"))
    }

    private func discrepancy(_ element: XMLElement) throws(XMLReportError) -> Discrepancy {
        let subject = try element.requiredChild("subject")
        var discrepancy = Discrepancy(
            id: try element.required("id"), kind: try element.choice("kind"), relation: try element.choice("relation"),
            severity: try element.choice("severity"), status: try element.choice("status"),
            rule: try element.required("rule"),
            subject: Subject(kind: try subject.choice("type"), text: subject.text, key: ""),
            attribute: try element.requiredChild("attribute").text,
            message: try element.requiredChild("message").text, claims: [])
        for claim in element.children("claim") { discrepancy.claims.append(try self.claim(claim, of: discrepancy)) }
        return discrepancy
    }

    private func claim(_ element: XMLElement, of discrepancy: Discrepancy) throws(XMLReportError) -> Claim {
        let value = try element.requiredChild("value")
        let span = try element.span("start", "end")
        // Reports of the first releases do not say where the sentence begins.
        let sentenceSpan = element["sentenceStart"] == nil ? span : try element.span("sentenceStart", "sentenceEnd")
        var time: ClaimTime?
        if let read = element.child("time") {
            let days = try read.required("from") + "/" + read.required("to")
            time = ClaimTime(text: read.text, days: try read.days(days, key: "time"))
        }
        let document = try element.required("document")
        var claim = Claim(
            id: try element.required("id"), document: ids[document] ?? document, subject: discrepancy.subject,
            attribute: discrepancy.attribute,
            value: try value.value(members: element.children("member").map(\.text)),
            scope: element.children("scope").map(\.text), attribution: element.child("attribution")?.text,
            modality: try element.choice("modality"), time: time, span: span, sentenceSpan: sentenceSpan,
            quote: try element.requiredChild("quote").text, sentence: try element.requiredChild("sentence").text,
            position: SourceMap.Position(line: try element.number("line"), column: try element.number("column")),
            rule: discrepancy.rule,
            derivation: Derivation(rule: discrepancy.rule, span: span, reading: discrepancy.attribute), isMain: false)
        claim.surroundings = Surroundings(
            before: element.child("before")?.text ?? "", after: element.child("after")?.text ?? "")
        return claim
    }

    private func ignored(_ element: XMLElement?) throws(XMLReportError) -> [IgnoredDiscrepancy] {
        var ignored: [IgnoredDiscrepancy] = []
        for child in element?.children ?? [] {
            ignored.append(
                IgnoredDiscrepancy(
                    discrepancy: try discrepancy(try child.requiredChild("discrepancy")),
                    reason: try child.choice("reason"), note: child["note"], place: try child.required("place"),
                    isInDocument: child.flag("inDocument") ?? false))
        }
        return ignored
    }

    private func ignoredCounts(
        _ coverage: XMLElement
    ) throws(XMLReportError) -> [(reason: IgnoreReason, count: Int)] {
        var counts: [(reason: IgnoreReason, count: Int)] = []
        for child in coverage.children("ignored") {
            // The schema knows the reasons.
            guard let reason = IgnoreReason(rawValue: try child.required("reason")) else { continue }
            counts.append((reason, try child.number("count")))
        }
        return counts
    }

    private func coverage(_ element: XMLElement) throws(XMLReportError) -> Coverage {
        var coverage = Coverage(
            documents: try element.number("documents"), skipped: [], notes: [],
            sentences: try element.number("sentences"), numbers: try element.number("numbers"),
            claims: try element.number("claims"), leftAside: [:])
        for child in element.children("leftAside") {
            coverage.addLeftAside(try child.number("count"), reason: try child.required("reason"))
        }
        for child in element.children("skipped") {
            coverage.skipped.append(
                Coverage.Skipped(path: try child.required("path"), reason: try child.required("reason")))
        }
        for child in element.children("note") {
            coverage.notes.append(
                Coverage.Note(
                    path: try child.required("path"), line: child["line"] == nil ? nil : try child.number("line"),
                    message: child.text))
        }
        return coverage
    }

    private func baseline(_ element: XMLElement?) throws(XMLReportError) -> BaselineSummary? {
        guard let element else { return nil }
        var baseline = BaselineSummary(
            path: try element.required("path"), origin: element["origin"] == nil ? .file : try element.choice("origin"),
            new: try element.number("new"), known: try element.number("known"),
            resolved: [])
        for child in element.children("resolved") {
            baseline.resolved.append(
                BaselineSummary.Resolved(
                    id: try child.required("id"), rule: try child.required("rule"), subject: child.text,
                    attribute: try child.required("attribute")))
        }
        return baseline
    }
}

// What the schema promises is asked for all the same: where it is not there, the file is at fault and not the program.
extension XMLElement {
    fileprivate func problem(_ message: String) -> XMLReportError { XMLReportError(message, line: line) }

    fileprivate func required(_ attribute: String) throws(XMLReportError) -> String {
        guard let value = self[attribute] else { throw problem("'\(name)' has no attribute '\(attribute)'") }
        return value
    }

    fileprivate func requiredChild(_ child: String) throws(XMLReportError) -> XMLElement {
        guard let element = self.child(child) else { throw problem("'\(name)' has no element '\(child)'") }
        return element
    }

    fileprivate func number(_ attribute: String) throws(XMLReportError) -> Int {
        let text = try required(attribute)
        guard let number = Int(text) else {
            throw problem("'\(attribute)' is '\(text)'; expected a whole number that is not too large")
        }
        return number
    }

    fileprivate func optionalNumber(_ attribute: String) throws(XMLReportError) -> Int? {
        self[attribute] == nil ? nil : try number(attribute)
    }

    fileprivate func flag(_ attribute: String) -> Bool? { self[attribute].map { $0 == "true" || $0 == "1" } }

    fileprivate func choice<Choice: RawRepresentable<String>>(_ attribute: String) throws(XMLReportError) -> Choice {
        let text = try required(attribute)
        guard let choice = Choice(rawValue: text) else {
            throw problem("'\(attribute)' is '\(text)', which is not known")
        }
        return choice
    }

    fileprivate func days(_ text: String, key: String) throws(XMLReportError) -> DayInterval {
        do throws(ClaimLineProblem) { return try ReportDays.read(text, key: key) } catch {
            throw problem(error.description)
        }
    }

    fileprivate func span(_ first: String, _ last: String) throws(XMLReportError) -> ByteSpan {
        let (start, end) = (try number(first), try number(last))
        do throws(ClaimLineProblem) {
            return try ReportSpan.read(start, end, keys: "'\(first)' and '\(last)'")
        } catch {
            throw problem(error.description)
        }
    }

    /// What a `value` says.
    /// - Parameter members: those of a set.
    fileprivate func value(members: [String]) throws(XMLReportError) -> ClaimValue {
        // Reports of the first releases held quantities alone, and did not say so.
        var view = ValueView(
            text: text, figure: self["figure"], kind: self["kind"] == nil ? .quantity : try choice("kind"))
        (view.lower, view.upper, view.open) = (self["lower"], self["upper"], self["open"])
        (view.unit, view.precision, view.bound) = (self["unit"], self["precision"], self["bound"])
        view.approximate = flag("approximate")
        (view.from, view.to, view.grain) = (self["from"], self["to"], self["grain"])
        (view.weekday, view.month) = (try optionalNumber("weekday"), try optionalNumber("month"))
        if let from = self["clockFrom"], let to = self["clockTo"] { view.clock = ValueView.Clock(from: from, to: to) }
        (view.position, view.by) = (try optionalNumber("position"), self["by"])
        (view.name, view.direction) = (self["name"], self["direction"])
        (view.members, view.openSet) = (view.kind == .set ? members : nil, flag("openSet"))
        (view.holds, view.words) = (flag("holds"), self["words"])
        do throws(ClaimLineProblem) { return try view.value() } catch { throw problem(error.description) }
    }
}
