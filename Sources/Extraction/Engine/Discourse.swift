import Documents

/// An event as one document tells it, over all its mentions.
struct EventRecord {
    /// Index of the event rule; nil for an incident that no word names.
    var rule: Int?
    var places: [String]
    var time: ClaimTime?
    var firstSentence: Int
    var lastSentence: Int
    var mentions: Int
    /// Told in the headline or the first two sentences: what the document is about.
    var isMain: Bool
}

/// The events of one document in the order in which they come up. Later mentions are joined to the event that they go on
/// about, and kept apart where place or time says otherwise.
struct Discourse {
    private(set) var records: [EventRecord] = []
    /// When an undated event that the document is about is taken to have happened.
    let freshDays: DayInterval?

    /// The family of each event rule.
    private let families: [String]

    init(published: DayInterval?, rules: [EventRule]) {
        freshDays = published.map(Event.freshDays)
        families = rules.map(\.family)
    }

    /// The record that a mention belongs to, made where there is none.
    mutating func resolve(_ mention: EventMention, isOpening: Bool) -> Int {
        var mention = mention
        mention.isOpening = isOpening
        let candidate =
            recent.first { continues(records[$0], mention) } ?? headlineIncident(for: mention)
        guard let candidate else {
            records.append(
                EventRecord(
                    rule: mention.rule, places: mention.places, time: mention.time, firstSentence: mention.sentence,
                    lastSentence: mention.sentence,
                    mentions: 1, isMain: isOpening))
            return records.count - 1
        }
        if records[candidate].rule == nil { records[candidate].rule = mention.rule }
        for place in mention.places where !records[candidate].places.contains(where: { PlaceName.same($0, place) }) {
            records[candidate].places.append(place)
        }
        if records[candidate].time == nil { records[candidate].time = mention.time }
        records[candidate].lastSentence = mention.sentence
        records[candidate].mentions += 1
        return candidate
    }

    /// A document is about one event: of those that its opening tells the one of which it gives most figures and which it
    /// mentions most; where the opening tells none, the one it mentions most if that comes up early enough.
    /// - Parameter figures: how many figures the document gives of each record.
    mutating func chooseMain(figures: [Int: Int]) {
        let opening = records.indices.filter { records[$0].isMain }
        guard opening.isEmpty else {
            func rank(_ record: Int) -> (Int, Int, Int) { (figures[record] ?? 0, records[record].mentions, -record) }
            let main = opening.max { rank($0) < rank($1) }
            for other in opening where other != main { records[other].isMain = false }
            return
        }
        let early = records.indices.filter { records[$0].firstSentence < 10 && records[$0].mentions > 1 }
        if let main = early.max(by: { (records[$0].mentions, -$0) < (records[$1].mentions, -$1) }) {
            records[main].isMain = true
        } else if let first = records.first, first.firstSentence < 6 {
            records[0].isMain = true
        }
    }

    /// A figure in the headline that named no event: the first event of the text is what it was about.
    private func headlineIncident(for mention: EventMention) -> Int? {
        guard let first = records.first, first.rule == nil, first.isMain, !mention.isComparison, !mention.isOther,
            !clash(days(of: first), mention.time?.days)
        else { return nil }
        return 0
    }

    /// The events told last, the latest first. Nobody goes on about an event that many others have come after, and a walk over
    /// all would make long documents slow.
    private var recent: some Sequence<Int> { records.indices.suffix(64).reversed() }

    private func continues(_ record: EventRecord, _ mention: EventMention) -> Bool {
        if mention.isComparison, record.lastSentence == mention.sentence || record.isMain { return false }
        if mention.isOther, !mention.isDefinite || record.isMain { return false }
        guard let rule = record.rule, families[rule] == families[mention.rule],
            !clash(days(of: record), mention.time?.days)
        else { return false }
        if record.places.isEmpty || mention.places.isEmpty || PlaceName.share(record.places, mention.places) {
            return true
        }
        // A street, a hospital, a home town tell of the same event; "a shooting in Lomar" does not.
        return !mention.isIndefinite || mention.isOpening
    }

    /// The event that a claim without an event in its own sentence is about: the last one told, unless the claim's own
    /// places or time speak of something else. nil where none fits.
    func antecedent(places: [String], time: DayInterval?, sentence: Int) -> Int? {
        recent.filter { records[$0].lastSentence <= sentence }
            .max { (records[$0].lastSentence, $0) < (records[$1].lastSentence, $1) }
            .flatMap { index in
                let record = records[index]
                let elsewhere = !places.isEmpty && !PlaceName.share(record.places, places)
                return elsewhere || clash(days(of: record), time) ? nil : index
            }
    }

    /// When an event happened: as told, else of late where the document is about it.
    private func days(of record: EventRecord) -> DayInterval? {
        record.time?.days ?? (record.isMain ? freshDays : nil)
    }

    mutating func addIncident(places: [String], time: ClaimTime?, sentence: Int, isOpening: Bool) -> Int {
        records.append(
            EventRecord(
                rule: nil, places: places, time: time, firstSentence: sentence, lastSentence: sentence, mentions: 1,
                isMain: isOpening))
        return records.count - 1
    }

    /// Days by which the times of one event may differ within a document: reports name the day of a stage, of a statement or
    /// of the begin.
    private static let slack = 7

    private func clash(_ a: DayInterval?, _ b: DayInterval?) -> Bool {
        guard let a, let b else { return false }
        return !DayInterval(a.first + -Self.slack, a.last + Self.slack).overlaps(b)
    }
}

/// Compares names of places.
public enum PlaceName {
    /// Equal but for case, "the", and white space.
    public static func same(_ a: String, _ b: String) -> Bool { key(a) == key(b) }

    public static func share(_ a: [String], _ b: [String]) -> Bool {
        let keys = Set(a.map(key))
        return b.contains { keys.contains(key($0)) }
    }

    /// The form under which a place is looked up.
    public static func key(_ name: String) -> String {
        let words = name.collapsingWhitespace.lowercased()
        return words.hasPrefix("the ") ? String(words.dropFirst(4)) : words
    }
}
