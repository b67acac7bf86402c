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

        static let person = 30
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
    var order: Int { (published ?? told)?.first.number ?? .min }

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

    /// How much speaks for both being one event; nil where too little does, or something against it.
    /// - Parameter spread: in how many weeks each name comes up.
    func likeness(to other: EventProfile, spread: [Int]) -> Likeness? {
        guard document != other.document else { return nil }
        let shared = sharedNames(with: other, spread)
        let isOneKind = family == other.family || family == 0 || other.family == 0
        guard isOneKind || isMain && other.isMain && shared.weight >= 2 * Self.enough else { return nil }
        if isMain, other.isMain, shared.people >= 2 {
            return Likeness(points: 100 + shared.weight, isByPeople: true)
        }
        guard let first = days, let second = other.days else { return nil }
        guard overlap(first, second) else {
            // A trial months later: only what nothing else is called by brings it together with the event.
            return isMain && other.isMain && shared.people >= 1 && shared.weight >= 2 * Self.enough
                ? Likeness(points: shared.weight) : nil
        }
        if shared.hasPlace, told != nil && other.told != nil || !(isMain && other.isMain) {
            return Likeness(points: Self.enough + shared.weight)
        }
        let points = shared.weight + (isNear(other) ? 15 : 0)
        return isMain && other.isMain && points >= Self.enough ? Likeness(points: points) : nil
    }

    struct Likeness: Comparable {
        var points: Int
        /// The same people are named: the days told may be those of a trial or a funeral.
        var isByPeople = false

        static func < (a: Likeness, b: Likeness) -> Bool { a.points < b.points }
    }

    private static let enough = 35
    /// A name that comes up in no more weeks than these tells all that it can.
    private static let fewWeeks = 4

    private func overlap(_ a: DayInterval, _ b: DayInterval) -> Bool {
        a.overlaps(b) || a.days <= 2 && b.days <= 2 && Self.canBeOne(a, b)
    }

    /// True where one may be the news of the other's day.
    private func isNear(_ other: EventProfile) -> Bool {
        guard let first = narrowDays ?? published, let second = other.narrowDays ?? other.published else {
            return false
        }
        return Self.canBeOne(first, second)
    }

    private func sharedNames(
        with other: EventProfile, _ spread: [Int]
    ) -> (people: Int, weight: Int, hasPlace: Bool) {
        var (people, weight, hasPlace) = (0, 0, false)
        var (a, b) = (0, 0)
        while a < names.count, b < other.names.count {
            if names[a].id == other.names[b].id {
                let weeks = spread[names[a].id]
                let isPlace = names[a].isOwn && other.names[b].isOwn
                let own = min(names[a].weight, other.names[b].weight)
                if own >= Name.person, weeks <= Self.fewWeeks { people += 1 }
                weight +=
                    (names[a].isOwn || other.names[b].isOwn ? own + 10 : own) * Self.fewWeeks
                    / max(Self.fewWeeks, weeks)
                hasPlace = hasPlace || isPlace
                a += 1
                b += 1
            } else if names[a].id < other.names[b].id {
                a += 1
            } else {
                b += 1
            }
        }
        return (people, weight, hasPlace)
    }
}

/// Makes profiles of event descriptions: interns names, and says when an undated event happened.
struct EventProfiler {
    private let families: [String: String]
    private var ids: [String: Int] = [:]
    private var familyIds: [String: Int] = ["incident": EventProfile.anyFamily]
    private var documentIds: [String: Int] = [:]

    /// In how many weeks each name comes up: a name that comes up all the time tells little of one event, however many
    /// reports one event has.
    private(set) var spread: [Int] = []
    private var weeks: Set<Week> = []

    private struct Week: Hashable {
        var name: Int
        var number: Int?
    }

    init(families: [String: String]) { self.families = families }

    mutating func profile(_ node: EventGrouping.Node) -> EventProfile {
        let event = node.event
        var names: [Int: EventProfile.Name] = [:]
        for place in event.places { add(place, weight: Self.weight(place), isOwn: true, &names) }
        for name in event.names { add(name, weight: Self.weight(name), isOwn: false, &names) }
        for person in event.people { add(person, weight: EventProfile.Name.person, isOwn: false, &names) }
        let week = (node.published ?? event.time).map { $0.first.number / 7 }
        spread += [Int](repeating: 0, count: ids.count - spread.count)
        for name in names.keys where weeks.insert(Week(name: name, number: week)).inserted { spread[name] += 1 }
        let family = families[event.kind] ?? event.kind
        return EventProfile(
            document: Self.id(node.document, &documentIds), family: Self.id(family, &familyIds), isMain: node.isMain,
            names: names.values.sorted { $0.id < $1.id }, told: event.time, days: Self.days(node),
            published: node.published)
    }

    /// A name of several words tells more than one of a single word.
    private static func weight(_ place: String) -> Int { place.contains(" ") ? 20 : 15 }

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
