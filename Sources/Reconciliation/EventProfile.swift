import Documents
import Extraction

/// What an event description has to be compared by, with its names as numbers.
struct EventProfile {
    /// A name and how much it tells: a person or a street more than a town, a town more than a country.
    struct Name {
        var id: Int32
        var weight: Int32
        /// Where the event happened, not merely named in its surroundings.
        var isOwn: Bool

        static let person: Int32 = 30
    }

    var document: Int32
    var family: Int32
    var isMain: Bool
    /// The places of its names among those of all, by their numbers, each once.
    var names: Range<Int32>
    /// When it happened, as told.
    var told: DayInterval?
    /// The same, else the two weeks up to publication for what a document is about.
    var days: DayInterval?
    var published: DayInterval?

    /// A family of nothing: an incident that no word names goes with any kind.
    static let anyFamily: Int32 = 0

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
    /// - Parameter names: of all descriptions.
    func likeness(to other: EventProfile, by names: EventNames) -> Likeness? {
        guard document != other.document else { return nil }
        let shared = names.shared(self.names, other.names)
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
}

/// The names by which descriptions of events are compared.
struct EventNames {
    /// Those of each description, one after the other.
    fileprivate(set) var all: [EventProfile.Name] = []
    /// In how many weeks each name comes up: a name that comes up all the time tells little of one event, however many
    /// reports one event has.
    fileprivate(set) var spread: [Int] = []

    /// A name that comes up in no more weeks than these tells all that it can.
    private static let fewWeeks = 4

    /// What two descriptions have in common.
    /// - Parameters:
    ///   - first: the places of the names of one.
    ///   - second: those of the other.
    func shared(_ first: Range<Int32>, _ second: Range<Int32>) -> (people: Int, weight: Int, hasPlace: Bool) {
        var (people, weight, hasPlace) = (0, 0, false)
        var (i, j) = (Int(first.lowerBound), Int(second.lowerBound))
        while i < Int(first.upperBound), j < Int(second.upperBound) {
            let (a, b) = (all[i], all[j])
            if a.id == b.id {
                let weeks = spread[Int(a.id)]
                let own = min(a.weight, b.weight)
                if own >= EventProfile.Name.person, weeks <= Self.fewWeeks { people += 1 }
                weight += Int(a.isOwn || b.isOwn ? own + 10 : own) * Self.fewWeeks / max(Self.fewWeeks, weeks)
                hasPlace = hasPlace || a.isOwn && b.isOwn
            }
            i += a.id <= b.id ? 1 : 0
            j += b.id <= a.id ? 1 : 0
        }
        return (people, weight, hasPlace)
    }
}

/// Makes profiles of event descriptions: interns names, and says when an undated event happened.
struct EventProfiler {
    private let families: [String: String]
    private(set) var names = EventNames()
    private var ids: [String: Int32] = [:]
    /// The same by names as they are told.
    private var told: [String: Int32] = [:]
    private var familyIds: [String: Int32] = ["incident": EventProfile.anyFamily]
    private var documentIds: [String: Int32] = [:]
    private var weeks: Set<Week> = []

    private struct Week: Hashable {
        var name: Int32
        var number: Int?
    }

    init(families: [String: String]) { self.families = families }

    mutating func profile(_ node: EventGrouping.Node) -> EventProfile {
        let event = node.event
        var own: [EventProfile.Name] = []
        for place in event.places { add(place, weight: Self.weight(place), isOwn: true, &own) }
        for name in event.names { add(name, weight: Self.weight(name), isOwn: false, &own) }
        for person in event.people { add(person, weight: EventProfile.Name.person, isOwn: false, &own) }
        own.sort { $0.id < $1.id }
        let week = (node.published ?? event.time).map { $0.first.number / 7 }
        names.spread += repeatElement(0, count: ids.count - names.spread.count)
        for name in own where weeks.insert(Week(name: name.id, number: week)).inserted {
            names.spread[Int(name.id)] += 1
        }
        let start = Int32(names.all.count)
        names.all += own
        return EventProfile(
            document: documentIds.number(of: node.document),
            family: familyIds.number(of: families[event.kind] ?? event.kind), isMain: node.isMain,
            names: start..<Int32(names.all.count), told: event.time, days: Self.days(node), published: node.published)
    }

    /// A name of several words tells more than one of a single word.
    private static func weight(_ place: String) -> Int32 { place.contains(" ") ? 20 : 15 }

    /// Adds a name that is not among some.
    private mutating func add(_ name: String, weight: Int32, isOwn: Bool, _ names: inout [EventProfile.Name]) {
        let id = id(of: name)
        if names.contains(where: { $0.id == id }) { return }
        names.append(EventProfile.Name(id: id, weight: weight, isOwn: isOwn))
    }

    private mutating func id(of name: String) -> Int32 {
        if let known = told[name] { return known }
        let id = ids.number(of: PlaceName.key(name))
        told[name] = id
        return id
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
