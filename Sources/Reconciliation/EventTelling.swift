public import Documents
public import Extraction

/// The event that a document is about.
public struct EventTelling: Sendable {
    /// The id of the document.
    public var document: String
    public var subject: Subject
    public var published: DayInterval?

    public init(document: String, subject: Subject, published: DayInterval?) {
        self.document = document
        self.subject = subject
        self.published = published
    }
}

/// The events that documents describe, each once for each document, with the claims about it.
struct EventDescriptions {
    private(set) var nodes: [EventGrouping.Node] = []
    private(set) var subjects: [Subject] = []
    /// Indices of the claims about each.
    private(set) var claims: [[Int]] = []
    private var nodeOf: [Key: Int] = [:]

    private struct Key: Hashable {
        var document: Int32
        var subject: String
    }

    init(_ all: [Claim], _ documents: ClaimDocuments, _ tellings: [EventTelling]) {
        for index in all.indices where all[index].subject.kind == .event {
            let key = Key(document: documents.numbers[index], subject: all[index].subject.key)
            let node = node(key, all[index].subject, in: all[index].document, all[index].published)
            nodes[node].isMain = nodes[node].isMain || all[index].isMain
            claims[node].append(index)
        }
        guard !tellings.isEmpty else { return }
        var numbers = Dictionary(uniqueKeysWithValues: zip(documents.ids, Int32(0)...))
        for telling in tellings {
            let key = Key(document: numbers.number(of: telling.document), subject: telling.subject.key)
            let node = node(key, telling.subject, in: telling.document, telling.published)
            nodes[node].isMain = true
        }
    }

    private mutating func node(_ key: Key, _ subject: Subject, in document: String, _ published: DayInterval?) -> Int {
        if let node = nodeOf[key] { return node }
        nodeOf[key] = nodes.count
        nodes.append(
            EventGrouping.Node(
                document: document, event: subject.event ?? Event(kind: subject.kind.rawValue), isMain: false,
                published: published))
        subjects.append(subject)
        claims.append([])
        return nodes.count - 1
    }
}
