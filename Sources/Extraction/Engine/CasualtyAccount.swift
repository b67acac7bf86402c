import Documents
import FoundationEssentials
import Language
import Values

/// Settles which figures of a document tell of all that an event did and which of a part of it: a person told of without a
/// number is the only one where the document tells of no other.
struct CasualtyAccount {
    private let reading: DocumentReading
    private let records: [EventRecord]
    /// "before turning the gun on himself"
    private let turnsGunOnSelf: Bool

    init(reading: DocumentReading, records: [EventRecord]) {
        self.reading = reading
        self.records = records
        let tokens = reading.analysis.tokens
        turnsGunOnSelf = tokens.indices.dropFirst(2).contains { token in
            reading.isReflexive(token) && tokens[token - 1].hash == Self.on && tokens[token - 2].hash == Self.gun
        }
    }

    /// The drafts with their scope; without those that only take up a person told of elsewhere.
    func settled(_ drafts: [EventDraft]) -> [EventDraft] {
        var drafts = drafts
        var groups: [Key: [Int]] = [:]
        for (index, draft) in drafts.enumerated() where !draft.spansEvents {
            groups[Key(record: account(draft), rule: draft.claim.rule), default: []].append(index)
        }
        for (key, group) in groups.sorted(by: { $0.value[0] < $1.value[0] }) {
            clearDescriptions(group, &drafts)
            scopeParts(group, &drafts)
            guard drafts[group[0]].claim.attribute == "injured" else {
                scopePersons(group, alongside: [], &drafts)
                continue
            }
            let shot = groups[Key(record: key.record, rule: "casualties.shot")] ?? []
            scopeInjured(
                group, of: shot, dead: groups[Key(record: key.record, rule: "casualties.deaths")] ?? [], &drafts)
            scopePersons(group, alongside: shot, &drafts)
        }
        drafts = withoutDoubtfulLeast(drafts)
        let dead = drafts.filter { $0.claim.attribute == "deaths" && $0.tally.isOnePerson }
        return drafts.filter { !isPronoun($0) && !($0.claim.attribute == "injured" && isOneOf(dead, $0)) }
    }

    /// "Four were taken to hospital" tells that four were hurt at least, by the document's event; not where some of the four may
    /// be the dead.
    private func withoutDoubtfulLeast(_ drafts: [EventDraft]) -> [EventDraft] {
        let dead = drafts.filter { $0.claim.attribute == "deaths" && isTold($0) }
        return drafts.filter { draft in
            guard draft.isLeast else { return true }
            guard records[draft.record].isMain, draft.claim.scope.isEmpty else { return false }
            if dead.isEmpty || isOfOthers(draft) { return true }
            return draft.tally.isOnePerson && dead.allSatisfy(\.tally.isOnePerson) && !isOneOf(dead, draft)
        }
    }

    /// "three other victims", "the others"
    private func isOfOthers(_ draft: EventDraft) -> Bool {
        draft.tally.tokens.range.contains {
            reading.flags($0).contains(.increment)
        }
    }

    private struct Key: Hashable {
        var record: Int
        var rule: String
    }

    /// What the document is about is one account, in however many records.
    private func account(_ draft: EventDraft) -> Int { records[draft.record].isMain ? -1 : draft.record }

    private func isPronoun(_ draft: EventDraft) -> Bool { draft.tally.isOnePerson && draft.tally.persons[0].isPronoun }

    /// "Two men were killed" tells of all where the document gives no other figure; of "two men" and "five people" it tells
    /// a part.
    private func clearDescriptions(_ group: [Int], _ drafts: inout [EventDraft]) {
        let counted = group.filter { !drafts[$0].tally.isOnePerson && !drafts[$0].isPart }
        guard let first = counted.first, records[drafts[first].record].isMain,
            Set(counted.map { drafts[$0].claim.value.reading + described(drafts[$0]) }).count == 1
        else { return }
        for index in counted
        where drafts[index].claim.scope.count == 1 && drafts[index].claim.scope != ["further"]
            && isPlainDescription(drafts[index])
        {
            drafts[index].claim.scope = []
        }
    }

    /// The scope of a figure: one for "two men" and "two teens".
    private func described(_ draft: EventDraft) -> String {
        isAnyone(draft) && isPlainDescription(draft) ? "" : draft.claim.scope.joined().lowercased()
    }

    /// Of children or women killed a text tells apart from others; "two men" may be all, and so may "two children hurt" where
    /// the text opens with them. "The two men" takes up those told of before.
    private func isPlainDescription(_ draft: EventDraft) -> Bool {
        let before = draft.tally.tokens.start - 1
        let isDefinite = before >= 0 && reading.flags(before).contains(.definite)
        guard !isDefinite else { return false }
        return isAnyone(draft) || draft.claim.attribute != "deaths" && isSort(draft) && isOpening(draft)
    }

    private func isAnyone(_ draft: EventDraft) -> Bool {
        reading.analysis.tokens[draft.tally.tokens.range].last { $0.kind == .word }.map { Self.men.contains($0.hash) }
            ?? false
    }

    /// Stands in the headline or in the sentence after it.
    private func isOpening(_ draft: EventDraft) -> Bool {
        let sentences = reading.analysis.sentences
        let first = sentences.indices.first { reading.analysis.document.blocks[sentences[$0].block].kind != .headline }
        return Int(reading.sentenceOf[draft.extent.start]) <= first ?? 0
    }

    /// "He killed his wife and two sons" tells a part where the document counts more; and whoever kills himself comes on top
    /// of those he killed.
    private func scopeParts(_ group: [Int], _ drafts: inout [EventDraft]) {
        let most = group.compactMap { drafts[$0].tally.interval.lower }.max() ?? 0
        let isMainAccount = group.first.map { records[drafts[$0].record].isMain } ?? false
        let isKilledWithOthers = isMainAccount && turnsGunOnSelf && drafts[group[0]].claim.attribute == "deaths"
        let withKiller =
            isKilledWithOthers
            || group.contains { index in drafts[index].extent.range.contains { reading.isReflexive($0) } }
        for index in group where drafts[index].claim.scope.isEmpty {
            let tally = drafts[index].tally
            let isMain = records[drafts[index].record].isMain
            if tally.isOnePerson, !isKilledWithOthers { continue }
            let isLess = (tally.interval.upper ?? most) < most
            if tally.quantities.count > 1 && isLess
                || !tally.persons.isEmpty && (!isMain && tally.quantities.isEmpty || isLess)
            {
                drafts[index].claim.scope = [drafts[index].claim.value.text]
            } else if withKiller, !drafts[index].extent.range.contains(where: { reading.isReflexive($0) }) {
                drafts[index].claim.scope = ["victims"]
            }
        }
    }

    /// Whoever is shot is dead or hurt: where nobody died, a smaller figure of injured than of shot is of a part; where
    /// somebody did, as many injured as shot are told with the dead.
    private func scopeInjured(_ group: [Int], of shot: [Int], dead: [Int], _ drafts: inout [EventDraft]) {
        let totals = shot.filter { drafts[$0].claim.scope.isEmpty && isSeveral(drafts[$0]) }
        guard let most = totals.compactMap({ drafts[$0].tally.interval.lower }).max() else { return }
        let died = dead.filter { drafts[$0].claim.modality == .asserted }
        let isWithDead = !died.isEmpty && died.allSatisfy { (drafts[$0].tally.interval.lower ?? 0) < most }
        for index in group where drafts[index].claim.scope.isEmpty && !drafts[index].tally.quantities.isEmpty {
            guard let injured = drafts[index].tally.interval.upper else { continue }
            let isCount = totals.contains { drafts[$0].tally.interval.lower == injured }
            if isWithDead && injured == most || died.isEmpty && injured < most && !isCount {
                drafts[index].claim.scope = [drafts[index].claim.value.text]
            }
        }
    }

    /// - Parameter others: figures of the same people under another attribute.
    private func scopePersons(_ group: [Int], alongside others: [Int], _ drafts: inout [EventDraft]) {
        let persons = group.filter { drafts[$0].tally.isOnePerson }
        guard let first = group.first else { return }
        let isMain = records[drafts[first].record].isMain
        let hasMore = (group + others).contains { isSeveral(drafts[$0]) && !isLastLiving(drafts[$0], drafts) }
        let dead =
            drafts[first].claim.attribute == "injured" ? drafts.filter { isDeath($0, besides: drafts[first]) } : []
        let told = (persons + others).filter { index in
            drafts[index].tally.isOnePerson && isTold(drafts[index]) && !isOneOf(dead, drafts[index])
        }
        if isMain, !hasMore, areOne(people(told, of: drafts, besides: dead)) {
            for index in persons { drafts[index].claim.scope.removeAll(where: drafts[index].degree.contains) }
            if told.isEmpty { clearOne(group, &drafts) }
            return
        }
        let single = group.filter { hasMore && drafts[$0].tally.interval == Interval(exactly: 1) }
        for index in persons + single where drafts[index].claim.scope.isEmpty {
            drafts[index].claim.scope = [drafts[index].claim.value.text]
        }
    }

    /// Of children or women a text tells apart from others; "two men" may be all.
    private static let men = FoldedForm.hashes("men man teens teen teenagers teenager")
    private static let on = FoldedForm("on").hash
    private static let gun = FoldedForm("gun").hash

    private func isSeveral(_ draft: EventDraft) -> Bool {
        guard draft.claim.modality == .asserted || draft.claim.modality == .hedged else { return false }
        return (draft.tally.interval.lower ?? 0) > 1 || draft.tally.interval.lowerOpen
    }

    /// "Three were shot; two men died": one of those shot lives at most.
    private func isLastLiving(_ shot: EventDraft, _ drafts: [EventDraft]) -> Bool {
        guard shot.claim.attribute == "shot", let most = shot.tally.interval.upper else { return false }
        let died = drafts.filter { isDeath($0, besides: shot) && $0.claim.scope.isEmpty }
        return died.compactMap(\.tally.interval.lower).max().map { most - $0 <= 1 } ?? false
    }

    /// "One child was injured", where no other is told of.
    private func clearOne(_ group: [Int], _ drafts: inout [EventDraft]) {
        let singles = group.filter {
            drafts[$0].tally.interval == Interval(exactly: 1) && drafts[$0].claim.scope.count == 1
        }
        guard Set(singles.map { drafts[$0].claim.scope }).count == 1 else { return }
        for index in singles where isSort(drafts[index]) { drafts[index].claim.scope = [] }
    }

    /// The people are told by age, sex or kinship alone.
    private func isSort(_ draft: EventDraft) -> Bool {
        let words = reading.analysis.tokens[draft.tally.tokens.range].filter { $0.kind == .word }
        return words.last.map { reading.index.flags($0.word).contains(.sort) && draft.claim.scope != ["further"] }
            ?? false
    }

    /// Not denied, feared or to come.
    private func isTold(_ draft: EventDraft) -> Bool { [.asserted, .hedged, .quoted].contains(draft.claim.modality) }

    private func isDeath(_ draft: EventDraft, besides other: EventDraft) -> Bool {
        draft.claim.attribute == "deaths" && draft.claim.modality == .asserted && account(draft) == account(other)
    }

    /// The persons of some drafts in the order of the text. "Another" who is told of first is another than the dead.
    private func people(_ told: [Int], of drafts: [EventDraft], besides dead: [EventDraft]) -> [Person] {
        let told = told.sorted { drafts[$0].extent.start < drafts[$1].extent.start }
        var people = told.map { Person(drafts[$0].tally.persons[0], reading) }
        guard let first = told.first, people[0].isOther,
            dead.contains(where: { $0.extent.start < drafts[first].extent.end })
        else { return people }
        let text = drafts[first].claim.value.text.lowercased()
        for (place, index) in told.enumerated() where drafts[index].claim.value.text.lowercased() == text {
            people[place].isOther = false
        }
        return people
    }

    private func areOne(_ persons: [Person]) -> Bool {
        Set(persons.compactMap(\.name)).count <= 1 && Set(persons.compactMap(\.age)).count <= 1
            && Set(persons.compactMap(\.isFemale)).count <= 1 && Set(persons.compactMap(\.noun)).count <= 1
            && (persons.map(\.years.lowerBound).max() ?? 0) <= (persons.map(\.years.upperBound).min() ?? 0)
            && !persons.contains(where: \.isOther)
    }

    /// True where the person of a draft may be one of those.
    private func isOneOf(_ dead: [EventDraft], _ draft: EventDraft) -> Bool {
        guard draft.tally.isOnePerson else { return false }
        let person = Person(draft.tally.persons[0], reading)
        return dead.contains { other in
            other.tally.isOnePerson && account(other) == account(draft)
                && areOne([person, Person(other.tally.persons[0], reading)])
        }
    }
}

/// What a text tells of one person.
private struct Person {
    var name: Int?
    var age: Int?
    var isFemale: Bool?
    /// The noun, where it tells more than age, sex and kinship.
    var noun: UInt64?
    /// How old the person may be, by the age or the noun: a toddler is no teenager.
    var years: ClosedRange<Int>
    var isOther: Bool

    init(_ mention: PersonMention, _ reading: DocumentReading) {
        name = mention.name
        isOther = mention.isOther
        let hash = reading.analysis.tokens[mention.head].hash
        isFemale = Self.female.contains(hash) ? true : Self.male.contains(hash) ? false : nil
        let age = reading.age(near: mention.head)
        self.age = age
        years = age.map { $0...$0 } ?? Self.years[hash] ?? 0...150
        let token = reading.analysis.tokens[mention.head]
        if mention.name == nil, !mention.isPronoun, reading.isPersonNoun(mention.head),
            reading.index.flags(token.word).isDisjoint(with: [.sort, .anyone])
        {
            noun = token.hash
        }
    }

    private static let years: [UInt64: ClosedRange<Int>] = {
        let nouns: [(String, ClosedRange<Int>)] = [
            ("baby infant newborn", 0...3), ("toddler", 0...5), ("child kid juvenile minor", 0...17),
            ("boy girl", 0...19),
            ("teen teenager", 12...19),
            ("man woman gunman mother father mom dad husband wife boyfriend girlfriend", 14...150),
            ("grandmother grandfather", 30...150),
        ]
        let hashed = nouns.flatMap { words, years in
            words.split(separator: " ").map { (FoldedForm(String($0)).hash, years) }
        }
        return Dictionary(hashed, uniquingKeysWith: { first, _ in first })
    }()

    private static let male = FoldedForm.hashes(
        "he him himself man boy father son husband brother boyfriend grandfather uncle nephew dad gunman")
    private static let female = FoldedForm.hashes(
        "she her herself woman girl mother daughter wife sister girlfriend grandmother aunt niece mom")
}

extension DocumentReading {
    /// The age in years told right before or after a person: "14-year-old boy", "Ana Ruiz, 34,".
    func age(near head: Int) -> Int? {
        let end = names.name(at: head)?.span.end ?? head + 1
        var low = 0
        var high = mentions.quantities.count
        while low < high {
            let middle = (low + high) / 2
            if mentions.quantities[middle].tokens.end <= head - 6 { low = middle + 1 } else { high = middle }
        }
        for quantity in mentions.quantities[low...].prefix(while: { $0.tokens.start <= end + 1 })
        where quantity.kind == .age && quantity.tokens.end <= end + 3 {
            // "a 22-month-old": an age told in months, weeks or days is that of a small child.
            return quantity.unit == nil || quantity.unit?.id == "year" ? quantity.value.flatMap { Int("\($0)") } : 1
        }
        return nil
    }
}
