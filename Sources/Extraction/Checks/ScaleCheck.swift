import Documents
import FoundationEssentials
import Language
import Values

/// Million against billion: one sum of money that is written with the same digits and another scale.
struct ScaleCheck: Check {
    static let sort = CheckRule.Sort.scale

    private let text: CheckText

    init(_ text: CheckText) { self.text = text }

    /// What is equal for figures that differ in nothing but their scale.
    private struct Key: Hashable {
        var unit: String
        var digits: String
        var attribute: String
        var scope: [String]
    }

    func findings() -> [CheckFinding] {
        let sums = text.claims.indices.filter(isMoney)
        guard sums.count > 1 else { return [] }
        var groups: [Key: [Int]] = [:]
        for index in sums {
            if let key = key(text.claims[index]) { groups[key, default: []].append(index) }
        }
        return groups.values.sorted { $0[0] < $1[0] }.compactMap(finding)
    }

    private func isMoney(_ index: Int) -> Bool {
        let modality = text.claims[index].modality
        guard modality == .asserted || modality == .hedged, let unit = text.claims[index].value.quantity?.unit else {
            return false
        }
        return text.reading.index.moneyUnits.contains(unit)
    }

    private func key(_ claim: Claim) -> Key? {
        guard let quantity = claim.value.quantity, let unit = quantity.unit, let value = quantity.interval.middle,
            value >= 1000
        else { return nil }
        var digits = value.description.utf8.filter { $0 != UInt8(ascii: ".") }
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        guard digits.count >= 2 else { return nil }
        return Key(
            unit: unit, digits: String(decoding: digits, as: UTF8.self), attribute: claim.attribute, scope: claim.scope)
    }

    /// The first figure of a group and one that is a thousand or a million times as large or small.
    private func finding(_ group: [Int]) -> CheckFinding? {
        let first = text.claims[group[0]]
        guard let value = first.value.quantity?.interval.middle else { return nil }
        let other = group.dropFirst().first { index in
            guard let second = text.claims[index].value.quantity?.interval.middle else { return false }
            let ratio = max(value, second) / min(value, second)
            return ratio == 1000 || ratio == 1_000_000
        }
        guard let other else { return nil }
        return CheckFinding(
            sort: Self.sort, kind: "quantity",
            message: "The \(first.attribute) is \(first.value.figure) in one place, "
                + "\(text.claims[other].value.figure) in another: a thousand times as much.",
            parts: [.claim(group[0]), .claim(other)])
    }
}

extension Interval {
    /// The number half-way between the ends; nil where there is none.
    fileprivate var middle: Decimal? { lower.flatMap { low in upper.map { low == $0 ? low : (low + $0) / 2 } } }
}
