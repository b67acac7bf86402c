import Extraction
import FoundationEssentials
import Reconciliation
import Reporting
import StrictYAML

/// One line of `tolerances` in a configuration.
struct ToleranceSetting: Sendable {
    var attribute: String
    /// As written: "5%", "200", "2 km".
    var text: String
    /// `file:line:column` of the attribute.
    var attributePlace: String
    /// `file:line:column` of the tolerance.
    var place: String

    /// Reads the entries of `tolerances`; what is wrong is noted with the reader.
    static func settings(_ value: YAMLValue) -> [ToleranceSetting] {
        value.entries().compactMap { key, value in
            guard let attribute = key.string(), let text = value.string() else { return nil }
            return ToleranceSetting(
                attribute: attribute, text: text.collapsingWhitespace, attributePlace: key.fullPlace,
                place: value.fullPlace)
        }
    }

    /// - Throws: `RunFailure` where the text is no tolerance.
    func tolerance(_ reader: FactValueReader) throws(RunFailure) -> Tolerance {
        if text.hasSuffix("%") {
            let number = text.dropLast().trimmingSuffix { $0 == " " }
            let isNumber = number.allSatisfy { $0.isASCII && $0.isNumber || $0 == "." }
            guard isNumber, let percent = Decimal(string: String(number)), percent > 0, percent < 100 else {
                throw failure("expected a share above 0% and below 100%, found '\(text)'")
            }
            return Tolerance(.share(percent / 100), text: text)
        }
        guard let amount = reader.amount(text), amount.value > 0 else {
            throw failure("expected a share, as in 5%, or an amount, as in 200 or 2 km; found '\(text)'")
        }
        if let noun = amount.noun {
            let known = Set(reader.unitWords).sorted()
            let near = Suggestion.nearest(to: noun, among: known).map { "did you mean '\($0)'?" }
            throw failure("unknown unit '\(noun)'; " + (near ?? "leave it out where the figures count things"))
        }
        return Tolerance(.amount(amount.value, unit: amount.unit), text: text)
    }

    private func failure(_ message: String) -> RunFailure { RunFailure(["\(place): \(message)"]) }
}

extension Substring {
    fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isLeftOut(last) { rest.removeLast() }
        return rest
    }
}

extension RunSettings {
    /// The tolerances in force, and attributes that look like a slip: an open claim may have any.
    /// - Throws: `RunFailure` where an entry is no tolerance, or two configurations contradict each other.
    func toleranceTable(rules: RuleSet) throws(RunFailure) -> (table: Tolerances, notes: [Coverage.Note]) {
        var table = Tolerances()
        guard !tolerances.isEmpty else { return (table, []) }
        let reader = FactValueReader(units: rules.units)
        var problems: [String] = []
        var notes: [Coverage.Note] = []
        var known: [String: ToleranceSetting] = [:]
        for setting in tolerances {
            if let other = known[setting.attribute], other.text != setting.text {
                problems.append(
                    "\(setting.place): the tolerance for '\(setting.attribute)' is \(other.text) by \(other.place) "
                        + "already; one run has one for it")
            }
            known[setting.attribute] = setting
            if let meant = Self.slip(setting.attribute, among: rules.attributeNames) {
                notes.append(
                    .at(
                        setting.attributePlace,
                        "no rule gives the attribute '\(setting.attribute)'; did you mean '\(meant)'?"))
            }
            do throws(RunFailure) {
                table[setting.attribute] = try setting.tolerance(reader)
            } catch {
                problems += error.problems
            }
        }
        if !problems.isEmpty { throw RunFailure(problems) }
        return (table, notes)
    }
}
