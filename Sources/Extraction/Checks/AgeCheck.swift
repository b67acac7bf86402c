import Documents
import FoundationEssentials
import Language
import Values

/// An age against the dates of birth and death: born in 1930 and died in 2001 "at the age of 75".
struct AgeCheck: Check {
    static let sort = CheckRule.Sort.age

    private let text: CheckText
    private let lives: Lives

    init(_ text: CheckText) {
        self.text = text
        lives = Lives(text.claims)
    }

    func findings() -> [CheckFinding] {
        text.claims.indices.compactMap { index in
            guard text.claims[index].attribute == "age", let life = lives.life(of: text.claims[index]),
                let born = life.born, let days = text.claims[born].value.time?.days
            else { return nil }
            if let died = life.died, isAtDeath(index) || isBehind(index, died),
                let death = text.claims[died].value.time?.days
            {
                return finding(index, from: days, to: death, [born, died])
            }
            guard life.died == nil, isOfToday(index), let published = text.published, published.days == 1 else {
                return nil
            }
            return finding(index, from: days, to: published, [born])
        }
    }

    private func finding(_ age: Int, from: DayInterval, to: DayInterval, _ others: [Int]) -> CheckFinding? {
        guard let told = text.claims[age].value.quantity, told.unit == "year" else { return nil }
        let least = Self.years(from.last, to.first)
        let most = Self.years(from.first, to.last)
        guard least >= 0, !told.interval.intersects(Interval(lower: Decimal(least), upper: Decimal(most))) else {
            return nil
        }
        let right = least == most ? "\(most)" : "\(least) or \(most)"
        let dates = others.map { "\(text.claims[$0].attribute) \(text.claims[$0].value.text)" }
        return CheckFinding(
            sort: Self.sort, kind: "age",
            message: "\(text.claims[age].subject.text), \(dates.joined(separator: ", ")), would be \(right), not "
                + "\(told.interval.lower.map { "\($0)" } ?? text.claims[age].value.figure).",
            parts: ([age] + others).map { .claim($0) })
    }

    /// Whole years from one day to another.
    static func years(_ from: CalendarDay, _ to: CalendarDay) -> Int {
        let (a, b) = (from.civil, to.civil)
        return b.year - a.year - ((b.month, b.day) < (a.month, a.day) ? 1 : 0)
    }

    // MARK: When somebody has that age

    private func isAtDeath(_ index: Int) -> Bool {
        let claim = text.claims[index]
        return claim.terms.contains("die") || claim.terms.contains("death")
            || claim.quote.lowercased().split(separator: " ").contains { $0 == "died" || $0 == "dies" }
    }

    /// "Ruth Imber died on Monday. She was 75."
    private func isBehind(_ age: Int, _ died: Int) -> Bool {
        guard let quantity = text.quantities(of: text.claims[age]).first, quantity.unit == nil, quantity.sentence > 0
        else { return false }
        let bytes = text.analysis.bytes(of: text.sentence(quantity.sentence - 1))
        return (bytes.start..<bytes.end).contains(text.claims[died].span.start)
    }

    /// "Mara Quist, 58, is": an age beside a name is that of the day.
    private func isOfToday(_ index: Int) -> Bool {
        guard let quantity = text.quantities(of: text.claims[index]).first else { return false }
        let before = quantity.tokens.start - 1
        return text.isMark(",", before) && text.reading.names.name(at: before - 1)?.type == .person
            && text.isMark(",", quantity.tokens.end)
    }
}

/// What a document tells of when people were born and died.
struct Lives {
    /// Indices of the claims, where there is one of them and no other date beside it.
    struct Life {
        var born: Int?
        var died: Int?
    }

    private var lives: [String: Life] = [:]
    private var doubtful: Set<String> = []

    init(_ claims: [Claim]) {
        for (index, claim) in claims.enumerated() {
            guard claim.attribute == "born" || claim.attribute == "died", claim.value.time?.days != nil,
                claim.modality == .asserted, let key = Self.key(claim)
            else { continue }
            let place: WritableKeyPath<Life, Int?> = claim.attribute == "born" ? \.born : \.died
            let known = lives[key, default: Life()][keyPath: place]
            if let known, claims[known].value.reading != claim.value.reading { doubtful.insert(key) }
            if known == nil { lives[key, default: Life()][keyPath: place] = index }
        }
    }

    /// The life of whom a claim is about; nil where several dates are told.
    func life(of claim: Claim) -> Life? {
        guard let key = Self.key(claim), !doubtful.contains(key) else { return nil }
        return lives[key]
    }

    /// By subject; somebody without a name is one only inside a sentence.
    private static func key(_ claim: Claim) -> String? {
        guard claim.subject.kind == .entity, let entity = claim.subject.entity else { return nil }
        return entity.name == nil ? "\(claim.sentenceSpan)\u{1F}\(claim.subject.key)" : claim.subject.key
    }

    /// The lives with both dates, in the order of the claims of birth.
    var whole: [(born: Int, died: Int)] {
        lives.filter { !doubtful.contains($0.key) }.values.compactMap { life in
            life.born.flatMap { born in life.died.map { (born, $0) } }
        }.sorted { $0.born < $1.born }
    }
}
