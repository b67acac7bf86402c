import Documents
import Extraction
import Reporting

/// The claims of claim files, each once, in one order whatever the files and the order of their lines.
struct ClaimFiles {
    private struct Entry {
        var claim: Claim
        var document: DocumentKey
        /// The number in the claim's id: claims of one document keep the order in which they were made.
        var number: Int
    }

    private struct DocumentKey: Hashable {
        var id: String
        var path: String
    }

    /// What is known of a document, and where it was told first.
    private struct Told {
        var document: ClaimDocument
        var place: String
        var isDisputed = false
    }

    /// What tells a claim from others: parts may overlap, so that a claim can stand in several.
    private struct ClaimKey: Hashable {
        var document: DocumentKey
        var span: ByteSpan
        var rule: String
        var subject: Subject
        var attribute: String
        var value: ClaimValue
        var scope: [String]
    }

    private let observer: (any RunObserver)?
    private var entries: [Entry] = []
    private var told: [DocumentKey: Told] = [:]
    private var problems: [String] = []

    init(observer: (any RunObserver)? = nil) { self.observer = observer }

    /// Reads a file to its end, whatever is wrong with its lines.
    mutating func read(_ path: String) {
        do throws(RunFailure) {
            var reader = try LineReader(path: path)
            var number = 0
            while let line = try reader.next() {
                number += 1
                if line.isEmpty { continue }
                do throws(ClaimLineProblem) {
                    add(try ClaimLine(json: line), place: "\(path):\(number)")
                } catch {
                    problems.append(
                        "\(path):\(number): \(error.description); write the file with 'crosscheck claims --format jsonl'"
                    )
                }
            }
        } catch {
            problems += error.problems
        }
    }

    private mutating func add(_ line: ClaimLine, place: String) {
        let claim = line.listed.claim
        let key = DocumentKey(id: claim.document, path: line.document.path)
        if let known = told[key] {
            if known.document != line.document, !known.isDisputed {
                told[key]?.isDisputed = true
                problems.append(
                    "\(place): the document '\(claim.document)' is told of otherwise in \(known.place); make all claim "
                        + "files from the same documents and configuration")
            }
        } else {
            told[key] = Told(document: line.document, place: place)
        }
        entries.append(Entry(claim: claim, document: key, number: Int(claim.id.drop { !$0.isNumber }) ?? 0))
        observer?.note(.claims(entries.count))
    }

    /// All claims, numbered anew, and their documents.
    /// - Throws: `RunFailure` with everything that is wrong with the files.
    func finish() throws(RunFailure) -> Content {
        if !problems.isEmpty { throw RunFailure(problems) }
        var content = Content()
        var owners: [String: String] = [:]
        var last: DocumentKey?
        for entry in distinct() {
            let key = entry.document
            let owner = owners[key.id] ?? key.path
            owners[key.id] = owner
            // As in a run over the documents, an id belongs to the first of two documents that have it.
            let id = owner == key.path ? key.id : key.path
            if last != key, let told = told[key]?.document {
                content.documents.append(ReportDocument(told, id: id, claims: 0))
                if id != key.id { content.notes.append(.sharedID(key.id, of: key.path, owner: owner)) }
            }
            last = key
            var claim = entry.claim
            claim.document = id
            claim.id = "c\(content.claims.count + 1)"
            content.claims.append(claim)
        }
        return content.counted()
    }

    private func distinct() -> [Entry] {
        var seen: Set<ClaimKey> = []
        return entries.sorted(by: Self.precedes).filter { entry in
            let claim = entry.claim
            let key = ClaimKey(
                document: entry.document, span: claim.span, rule: claim.rule, subject: claim.subject,
                attribute: claim.attribute, value: claim.value, scope: claim.scope)
            return seen.insert(key).inserted
        }
    }

    /// The order of a run over the documents: by the bytes of their paths, then by the text.
    private static func precedes(_ a: Entry, _ b: Entry) -> Bool {
        if a.document.path != b.document.path {
            return a.document.path.utf8.lexicographicallyPrecedes(b.document.path.utf8)
        }
        if a.claim.span != b.claim.span { return a.claim.span < b.claim.span }
        return (a.claim.rule, a.number, a.claim.attribute, a.claim.value.text, a.claim.id)
            < (b.claim.rule, b.number, b.claim.attribute, b.claim.value.text, b.claim.id)
    }
}

extension ClaimFiles {
    /// What claim files hold, ready to be compared.
    struct Content {
        var documents: [ReportDocument] = []
        var claims: [Claim] = []
        var notes: [Coverage.Note] = []

        /// The same, each document with the number of its claims.
        fileprivate func counted() -> Content {
            let counts = Dictionary(grouping: claims, by: \.document).mapValues(\.count)
            var copy = self
            copy.documents = documents.map { document in
                ReportDocument(
                    ClaimDocument(document), id: document.document, claims: counts[document.document] ?? 0)
            }
            return copy
        }
    }
}

extension Coverage.Note {
    /// Two documents of a run have one id.
    static func sharedID(_ id: String, of path: String, owner: String) -> Coverage.Note {
        Coverage.Note(
            path: path, line: nil, message: "its id '\(id)' is that of \(owner) already; it goes by its path")
    }
}
