public import Documents
import Extraction
public import FoundationEssentials

/// A claim as one line of a claim file: all that comparing and reporting it elsewhere need.
public struct ClaimLine: Sendable {
    public let listed: ListedClaim
    public let document: ClaimDocument

    public init(_ listed: ListedClaim, of document: ReportDocument) {
        self.listed = listed
        self.document = ClaimDocument(document)
    }

    init(_ listed: ListedClaim, of document: ClaimDocument) {
        self.listed = listed
        self.document = document
    }
}

/// What a claim file tells of the document of a claim.
public struct ClaimDocument: Hashable, Sendable {
    public let path: String
    public let metadata: Metadata
    public let words: Int
    public let sentences: Int
    /// Numbers seen in prose, of whatever sort.
    public let numbers: Int
    public let comments: [EditorComment]

    public init(_ document: ReportDocument) {
        path = document.path
        metadata = document.metadata
        words = document.words
        sentences = document.sentences
        numbers = document.numbers
        comments = document.comments
    }

    init(
        path: String, metadata: Metadata, words: Int, sentences: Int, numbers: Int, comments: [EditorComment] = []
    ) {
        self.path = path
        self.metadata = metadata
        self.words = words
        self.sentences = sentences
        self.numbers = numbers
        self.comments = comments
    }
}

extension ReportDocument {
    /// A document as claim files tell of it.
    /// - Parameters:
    ///   - id: by which claims name it.
    ///   - claims: how many the files hold.
    public init(_ document: ClaimDocument, id: String, claims: Int) {
        self.init(
            document: id, path: document.path, metadata: document.metadata, words: document.words, claims: claims,
            sentences: document.sentences, numbers: document.numbers, comments: document.comments)
    }
}

/// What is wrong with a line of a claim file.
public struct ClaimLineProblem: Error, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

// MARK: - Writing

extension ClaimLine: Encodable {
    private enum CodingKeys: CodingKey { case documentInfo }

    public func encode(to encoder: any Encoder) throws {
        try listed.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(DocumentInfo(document), forKey: .documentInfo)
    }
}

/// The key `documentInfo` of a line.
private struct DocumentInfo: Codable {
    var path: String
    var title, publisher, published, language, status: String?
    var words, sentences, numbers: Int
    var comments: [CommentView]?

    init(_ document: ClaimDocument) {
        path = document.path
        title = document.metadata.title
        publisher = document.metadata.publisher
        published = document.metadata.published?.description
        language = document.metadata.language
        status = document.metadata.status
        words = document.words
        sentences = document.sentences
        numbers = document.numbers
        comments = document.comments.isEmpty ? nil : document.comments.map(CommentView.init)
    }

    func document() throws(ClaimLineProblem) -> ClaimDocument {
        var days: DayInterval?
        if let published { days = try ReportDays.read(published, key: "documentInfo.published") }
        var comments: [EditorComment] = []
        for comment in self.comments ?? [] { comments.append(try comment.comment()) }
        return ClaimDocument(
            path: path,
            metadata: Metadata(
                title: title, publisher: publisher, published: days, language: language, status: status),
            words: words, sentences: sentences, numbers: numbers, comments: comments)
    }
}

/// What an editor tells inside a document.
private struct CommentView: Codable {
    var text: String
    var line, column: Int
    /// The block that it speaks of; absent for the whole document.
    var start, end: Int?

    init(_ comment: EditorComment) {
        text = comment.text
        line = comment.position.line
        column = comment.position.column
        start = comment.span?.start
        end = comment.span?.end
    }

    func comment() throws(ClaimLineProblem) -> EditorComment {
        var span: ByteSpan?
        if let start, let end { span = try ReportSpan.read(start, end, keys: "places in 'documentInfo.comments'") }
        return EditorComment(text: text, position: SourceMap.Position(line: line, column: column), span: span)
    }
}

// MARK: - Reading

extension ClaimLine {
    /// Reads one line as `claims --format jsonl` writes it. Keys that are not known are passed over.
    /// - Parameter json: UTF-8, without the line end.
    /// - Throws: `ClaimLineProblem` that names the key and what was expected.
    public init(json: Data) throws(ClaimLineProblem) {
        let view: Record
        do {
            view = try JSONDecoder().decode(Record.self, from: json)
        } catch let error as DecodingError {
            throw ClaimLineProblem(error)
        } catch {
            throw ClaimLineProblem("not valid JSON")
        }
        self.init(ListedClaim(try view.claim(), blocks: view.blocks), of: try view.documentInfo.document())
    }

    /// All keys of a line.
    private struct Record: Decodable {
        var id, document, attribute, modality, quote, sentence, rule: String
        var subject: SubjectView
        var value: ValueView
        var scope, terms, about: [String]?
        var attribution, asOf, published, before, after: String?
        var time: ClaimTimeView?
        var start, end, sentenceStart, sentenceEnd, line, column: Int
        var main: Bool
        var open: Bool?
        var conflicts: [ConflictView]?
        var blocks: [String]
        var documentInfo: DocumentInfo

        func claim() throws(ClaimLineProblem) -> Claim {
            guard let modality = Modality(rawValue: modality) else {
                let known = Modality.allCases.map(\.rawValue).joined(separator: ", ")
                throw ClaimLineProblem("'modality' is '\(modality)'; expected one of \(known)")
            }
            guard line >= 1, column >= 1 else { throw ClaimLineProblem("'line' and 'column' count from 1") }
            let span = try ReportSpan.read(start, end, keys: "'start' and 'end'")
            let sentenceSpan = try ReportSpan.read(
                sentenceStart, sentenceEnd, keys: "'sentenceStart' and 'sentenceEnd'")
            var claim = Claim(
                id: id, document: document, subject: try subject.subject(), attribute: attribute,
                value: try value.value(), scope: scope ?? [], attribution: attribution, modality: modality,
                time: try time?.time(), span: span, sentenceSpan: sentenceSpan, quote: quote, sentence: sentence,
                position: SourceMap.Position(line: line, column: column), rule: rule,
                derivation: Derivation(rule: rule, span: span, reading: attribute), isMain: main, isOpen: open ?? false,
                terms: terms ?? [], about: about ?? [])
            claim.surroundings = Surroundings(before: before ?? "", after: after ?? "")
            if let asOf { claim.asOf = try ReportDays.read(asOf, key: "asOf") }
            if let published { claim.published = try ReportDays.read(published, key: "published") }
            for conflict in conflicts ?? [] { claim.conflicts.append(try conflict.conflict()) }
            return claim
        }
    }
}

/// Places in a text as claim files hold them.
enum ReportSpan {
    /// - Throws: `ClaimLineProblem` for what is no stretch of a document, whose text is below 2 GB.
    static func read(_ start: Int, _ end: Int, keys: String) throws(ClaimLineProblem) -> ByteSpan {
        guard 0 <= start, start <= end, end <= Int(Int32.max) else {
            throw ClaimLineProblem("\(keys) are \(start) and \(end), which is no stretch of a text")
        }
        return ByteSpan(start, end)
    }
}

extension ClaimLineProblem {
    init(_ error: DecodingError) {
        func path(_ keys: [any CodingKey]) -> String {
            keys.map { key in key.intValue.map { String($0 + 1) } ?? key.stringValue }.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            self.init("the key '\(path(context.codingPath + [key]))' is missing")
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            let place = path(context.codingPath)
            self.init((place.isEmpty ? "expected " : "'\(place)': expected ") + Self.name(of: type))
        case .dataCorrupted(let context):
            let place = path(context.codingPath)
            self.init(place.isEmpty ? "not valid JSON" : "'\(place)' has a value that is not known")
        @unknown default: self.init("not valid JSON")
        }
    }

    private static func name(of type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is Int.Type: "a whole number"
        case is Bool.Type: "true or false"
        default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
        }
    }
}
