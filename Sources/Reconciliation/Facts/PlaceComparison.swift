import Extraction
import Language

/// Compares places by containment, as far as their names and sizes tell it, and directions by their angle.
struct PlaceComparison {
    private let gazetteer: Gazetteer?
    private let sites: Set<String>
    private let continents: Set<String>
    private let unions: [String: [String]]

    init(_ tables: FactTables, gazetteer: Gazetteer?) {
        self.gazetteer = gazetteer
        sites = Set(tables.sites.map { $0.lowercased() })
        continents = Set(tables.continents.map { $0.lowercased() })
        unions = tables.unions
    }

    /// True where the two cannot be one place.
    func exclude(_ a: String, _ b: String) -> Bool {
        let (first, second) = (chain(a), chain(b))
        for inner in first where second.contains(where: { areOne(inner, $0) }) { return false }
        for inner in first {
            guard let size = size(inner) else { continue }
            if second.contains(where: { self.size($0) == size }) { return true }
        }
        return false
    }

    private func chain(_ name: String) -> [String] {
        name.split(separator: ",").map { PlaceName.key(String($0)) }
    }

    /// One name holds the other's words, or one country is part of the other.
    private func areOne(_ a: String, _ b: String) -> Bool {
        let (first, second) = (a.split(separator: " "), b.split(separator: " "))
        let (short, long) = first.count <= second.count ? (first, second) : (second, first)
        if short.allSatisfy(long.contains) { return true }
        return unions.contains { union, parts in
            let members = ([union] + parts).map(PlaceName.key)
            return members[0] == a && members.contains(b) || members[0] == b && members.contains(a)
        }
    }

    private enum Size { case site, town, city, region, country, continent }

    /// How large a place is; nil where its name does not tell. Two unknown names are taken for towns: texts tell of a
    /// street or a valley by its noun.
    private func size(_ name: String) -> Size? {
        if continents.contains(name) { return .continent }
        if let last = name.split(separator: " ").last, sites.contains(String(last)) { return .site }
        let written = name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(
            separator: " ")
        switch gazetteer?.grain(of: written) {
        case .city: return .city
        case .region: return .region
        case .country: return .country
        case nil: return name.contains(" ") ? nil : .town
        }
    }

    // MARK: Directions

    /// True where two directions from one place lie a right angle or more apart.
    static func areApart(_ a: String, _ b: String) -> Bool {
        guard let first = degrees(a), let second = degrees(b) else { return false }
        let apart = abs(first - second)
        return min(apart, 360 - apart) >= 90
    }

    /// The angle of a point of the compass: the middle of its halves, as in north (north-east).
    private static func degrees(_ direction: String) -> Double? {
        let parts = direction.split(separator: "-")
        guard let last = parts.last, var angle = cardinal(last, beside: parts.first ?? last) else { return nil }
        for part in parts.dropLast().reversed() {
            guard let next = cardinal(part, beside: last) else { return nil }
            angle = (angle + (abs(next - angle) > 180 ? next + 360 : next)) / 2
        }
        return angle.truncatingRemainder(dividingBy: 360)
    }

    /// North is 0 or, beside west, 360.
    private static func cardinal(_ word: Substring, beside other: Substring) -> Double? {
        switch word {
        case "north": other == "west" ? 360 : 0
        case "east": 90
        case "south": 180
        case "west": 270
        default: nil
        }
    }

    /// Anchors that can be one place: "Skerrow station" and "the station".
    static func shareAnchor(_ a: String, _ b: String) -> Bool {
        let (first, second) = (PlaceName.key(a).split(separator: " "), PlaceName.key(b).split(separator: " "))
        let (short, long) = first.count <= second.count ? (first, second) : (second, first)
        return short.allSatisfy(long.contains)
    }
}
