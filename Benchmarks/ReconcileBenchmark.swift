import Documents
import Extraction
import FoundationEssentials
import Language
import Reconciliation
import Values

/// Numbers that look random and are the same in every run (xorshift64*, Vigna 2016).
struct Sequence64 {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func next(below bound: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
    }
}

/// Claims of an archive: ten claims a document, a few stories that everybody reports, a long tail of stories with two or
/// three documents, one figure in fifty off.
struct ArchiveGenerator {
    private var random = Sequence64()

    mutating func claims(_ count: Int) -> [Claim] {
        var claims: [Claim] = []
        claims.reserveCapacity(count)
        let documents = count / 10
        for document in 0..<documents {
            let story = story(among: documents)
            for place in 0..<10 where claims.count < count {
                claims.append(
                    place < 3
                        ? eventClaim(claims.count, document, story, place)
                        : openClaim(claims.count, document, story, place))
            }
        }
        return claims
    }

    /// Three stories share a tenth of all documents each up to a thousand; the others have about three documents.
    private mutating func story(among documents: Int) -> Int {
        let big = random.next(below: 10)
        return big < 3 && random.next(below: documents) < 10_000 ? big : 3 + random.next(below: max(1, documents / 3))
    }

    private mutating func figure(_ base: Int) -> Decimal {
        Decimal(random.next(below: 50) == 0 ? base + 1 + random.next(below: 9) : base)
    }

    private mutating func eventClaim(_ id: Int, _ document: Int, _ story: Int, _ place: Int) -> Claim {
        let day = CalendarDay(number: 19_000 + story % 1000)
        let event = Event(
            kind: "attack", places: ["Town \(story)", "Region \(story % 500)"], time: DayInterval(day))
        let subject = Subject(kind: .event, text: event.title(), key: event.key, event: event)
        let rule = ["deaths", "injured", "arrested"][place]
        return claim(
            id, document, story, subject, attribute: rule, rule: "casualties.\(rule)", base: 10 + story % 90,
            terms: ["kill", "attack", "town\(story)"])
    }

    private mutating func openClaim(_ id: Int, _ document: Int, _ story: Int, _ place: Int) -> Claim {
        let noun = ["rocket", "house", "bridge", "carriage", "ticket", "vote", "arch"][place - 3]
        let subject = Subject(
            kind: .entity, text: "Hall \(story)", key: "name:hall \(story)",
            entity: Entity(name: "Hall \(story)", type: .place))
        return claim(
            id, document, story, subject, attribute: noun, rule: "open.quantity", base: 5 + story % 40,
            terms: [noun, "hall", "\(story)", "strike"])
    }

    private mutating func claim(
        _ id: Int, _ document: Int, _ story: Int, _ subject: Subject, attribute: String, rule: String, base: Int,
        terms: [String]
    ) -> Claim {
        let published = DayInterval(CalendarDay(number: 19_000 + story % 1000 + 1 + document % 20))
        let span = ByteSpan(id * 40, id * 40 + 20)
        let text = "d\(document) \(attribute) \(id)"
        return Claim(
            id: "c\(id + 1)", document: "d\(document)", subject: subject, attribute: attribute,
            value: ClaimValue(text: "n", interval: Interval(exactly: figure(base)), unit: nil, precision: 0.5),
            scope: [], attribution: nil, modality: .asserted, time: nil, span: span, sentenceSpan: span, quote: text,
            sentence: text, position: SourceMap.Position(line: 1, column: 1), rule: rule,
            derivation: Derivation(rule: rule, span: span, reading: attribute), isMain: true,
            isOpen: rule.hasPrefix("open"), terms: terms.sorted(),
            about: ["town \(story)", "hall \(story)", "region \(story % 500)"], asOf: published, published: published)
    }
}

/// Prints how long reconciling takes and how much memory the process held at most.
func measureReconciliation(_ counts: [Int]) throws {
    let reconciler = Reconciler(rules: try readRules())
    for count in counts {
        var generator = ArchiveGenerator()
        let claims = generator.claims(count)
        let clock = ContinuousClock()
        var found = 0
        let time = clock.measure { found = reconciler.reconcile(claims).discrepancies.count }
        print("\(count) claims: \(time), \(found) discrepancies, \(peakMemory()) MB at most")
    }
}

/// The peak resident size of the process in megabytes; 0 where the system does not tell.
private func peakMemory() -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").compactMap { Int($0) }.first.map { $0 / 1024 } ?? 0
}
