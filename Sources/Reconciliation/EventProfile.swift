import Documents
import Extraction

/// What an event description has to be compared by, with its names as numbers.
struct EventProfile {
    /// A name and how much it tells: a person or a street more than a town, a town more than a country.
    struct Name {
        var id: Int
        var weight: Int
        /// Where the event happened, not merely named in its surroundings.
        var isOwn: Bool
    }

    var document: Int
    var family: Int
    var isMain: Bool
    /// By their numbers, each once.
    var names: [Name]
    /// When it happened, as told.
    var told: DayInterval?
    /// The same, else the two weeks up to publication for what a document is about.
    var days: DayInterval?
    var published: DayInterval?

    /// A family of nothing: an incident that no word names goes with any kind.
    static let anyFamily = 0

    /// By which descriptions are put in order of time.
    var order: Int { (told ?? days)?.first.number ?? .min }

    /// The days that members of one group must agree on.
    var narrowDays: DayInterval? { told.flatMap { $0.days <= 7 ? $0 : nil } }

    /// Days by which reports of one event may differ when each names a single day.
    private static let slack = 3

    static func canBeOne(_ a: DayInterval?, _ b: DayInterval?) -> Bool {
        guard let a, let b else { return true }
        return DayInterval(a.first + -slack, a.last + slack).overlaps(b)
    }

    static func hull(_ a: DayInterval?, _ b: DayInterval?) -> DayInterval? {
        guard let a, let b else { return a ?? b }
        return DayInterval(min(a.first, b.first), max(a.last, b.last))
    }

    /// How much speaks for both being one event; 0 where too little does, or something against it.
    func likeness(to other: EventProfile) -> Int {
        guard document != other.document, family == other.family || family == 0 || other.family == 0,
            let first = days, let second = other.days
        else { return 0 }
        let shared = sharedNames(with: other)
        let bothTold = told != nil && other.told != nil
        if bothTold || !(isMain && other.isMain) {
            guard overlap(first, second) else { return 0 }
            return shared.hasPlace || isMain && other.isMain && shared.count >= 2 ? 4 + shared.weight : 0
        }
        let points = shared.weight + nearness(to: other)
        return points >= Self.enough ? points : 0
    }

    static let enough = 4

    private func overlap(_ a: DayInterval, _ b: DayInterval) -> Bool {
        a.overlaps(b) || a.days <= 2 && b.days <= 2 && Self.canBeOne(a, b)
    }

    /// 1 where both were published within days of each other, 2 where the told day of one fits the other's publication.
    private func nearness(to other: EventProfile) -> Int {
        guard let first = published, let second = other.published else { return 0 }
        let near = DayInterval(first.first + -Self.slack, first.last + Self.slack).overlaps(second)
        return near ? 1 : 0
    }

    private func sharedNames(with other: EventProfile) -> (count: Int, weight: Int, hasPlace: Bool) {
        var (count, weight, hasPlace) = (0, 0, false)
        var (a, b) = (0, 0)
        while a < names.count, b < other.names.count {
            if names[a].id == other.names[b].id {
                count += 1
                weight += min(names[a].weight, other.names[b].weight)
                hasPlace = hasPlace || names[a].isOwn && other.names[b].isOwn
                a += 1
                b += 1
            } else if names[a].id < other.names[b].id {
                a += 1
            } else {
                b += 1
            }
        }
        return (count, weight, hasPlace)
    }
}

/// Makes profiles of event descriptions: interns names, and says when an undated event happened.
struct EventProfiler {
    private let families: [String: String]
    private var ids: [String: Int] = [:]
    private var familyIds: [String: Int] = ["incident": EventProfile.anyFamily]
    private var documentIds: [String: Int] = [:]

    init(families: [String: String]) { self.families = families }

    /// How many names there are.
    var count: Int { ids.count }

    mutating func profile(_ node: EventGrouping.Node) -> EventProfile {
        let event = node.event
        var names: [Int: EventProfile.Name] = [:]
        for place in event.places { add(place, weight: Self.weight(place), isOwn: true, &names) }
        for name in event.names { add(name, weight: Self.weight(name), isOwn: false, &names) }
        for person in event.people { add(person, weight: 3, isOwn: false, &names) }
        let family = families[event.kind] ?? event.kind
        return EventProfile(
            document: Self.id(node.document, &documentIds), family: Self.id(family, &familyIds), isMain: node.isMain,
            names: names.values.sorted { $0.id < $1.id }, told: event.time, days: Self.days(node),
            published: node.published)
    }

    /// A name of several words tells more than one of a single word.
    private static func weight(_ place: String) -> Int { place.contains(" ") ? 2 : 1 }

    private mutating func add(_ name: String, weight: Int, isOwn: Bool, _ names: inout [Int: EventProfile.Name]) {
        let id = Self.id(PlaceName.key(name), &ids)
        if names[id] == nil { names[id] = EventProfile.Name(id: id, weight: weight, isOwn: isOwn) }
    }

    private static func id(_ key: String, _ ids: inout [String: Int]) -> Int {
        if let id = ids[key] { return id }
        ids[key] = ids.count
        return ids.count - 1
    }

    /// When it happened: as told; what a document is about goes on up to its publication where that is near, and happened in
    /// the two weeks before it where no time is told.
    private static func days(_ node: EventGrouping.Node) -> DayInterval? {
        guard node.isMain, let published = node.published else { return node.event.time }
        guard let told = node.event.time else { return Event.freshDays(published: published) }
        let isNews = told.first <= published.last && published.first - told.last <= 60
        return isNews ? DayInterval(told.first, max(told.last, published.last)) : told
    }
}
