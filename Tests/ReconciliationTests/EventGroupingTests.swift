import Documents
import Extraction
import Testing

@testable import Reconciliation

struct EventGroupingTests {
    /// What one document says of its main event; published on 10 March 2024 and telling no time, unless it says so.
    struct Report: Sendable {
        var document: String
        var event: Event
        var published = "2024-03-10"
        var isMain = true

        init(
            _ document: String, _ kind: String, places: [String] = [], names: [String] = [], people: [String] = [],
            time: String? = nil
        ) {
            self.document = document
            event = Event(
                kind: kind, places: places, names: names, people: people, time: time.flatMap { DayInterval(iso: $0) })
        }

        func published(_ day: String) -> Report {
            var copy = self
            copy.published = day
            return copy
        }

        var node: EventGrouping.Node {
            EventGrouping.Node(
                document: document, event: event, isMain: isMain, published: DayInterval(iso: published))
        }
    }

    private static let families = ["shooting": "attack", "homicide": "attack", "attack": "attack"]

    @Test(arguments: [
        (
            "a town and a day",
            [
                Report("a", "shooting", places: ["Ardlish"], time: "2024-03-09"),
                Report("b", "shooting", places: ["Ardlish"], time: "2024-03-09"),
            ], true
        ),
        (
            "a town that nothing else happened in",
            [
                Report("a", "shooting", places: ["Ardlish"]),
                Report("b", "shooting", places: ["Ardlish"]),
            ], true
        ),
        (
            "kinds of one family",
            [
                Report("a", "homicide", places: ["Ardlish"], time: "2024-03-09"),
                Report("b", "attack", places: ["Ardlish"], time: "2024-03-08"),
            ], true
        ),
        (
            "kinds of two families",
            [
                Report("a", "fire", places: ["Ardlish"], time: "2024-03-09"),
                Report("b", "shooting", places: ["Ardlish"], time: "2024-03-09"),
            ], false
        ),
        (
            "another year",
            [
                Report("a", "shooting", places: ["Ardlish"], time: "2023-03-09"),
                Report("b", "shooting", places: ["Ardlish"], time: "2024-03-09"),
            ], false
        ),
        (
            "another town",
            [Report("a", "shooting", places: ["Ardlish"]), Report("b", "shooting", places: ["Tollbury"])],
            false
        ),
        (
            "a street and its district",
            [
                Report("a", "shooting", places: ["Mill Lane"], names: ["Ardlish County Court"]),
                Report("b", "shooting", places: ["Ardlish"], names: ["Mill Lane", "Ardlish County Court"]),
            ], true
        ),
        (
            "the same people at the trial",
            [
                Report("a", "shooting", places: ["Ardlish"], people: ["Ana Ruiz", "Bo Lind"]),
                Report("b", "homicide", people: ["Bo Lind", "Ana Ruiz"]).published("2025-06-01"),
            ], true
        ),
        (
            "one of the people, another place and time",
            [
                Report("a", "shooting", places: ["Ardlish"], people: ["Ana Ruiz"]),
                Report("b", "shooting", places: ["Tollbury"], people: ["Ana Ruiz"]).published("2025-06-01"),
            ], false
        ),
    ])
    func groups(title: String, reports: [Report], isOne: Bool) {
        let groups = EventGrouping(reports.map(\.node), families: Self.families).groups
        #expect((Set(groups).count == 1) == isOne, "\(title)")
    }

    @Test func whatOneDocumentKeepsApartStaysApart() {
        let quakes = [
            Report("a", "attack", places: ["Delmi"], time: "2024-03-09"),
            Report("a", "attack", places: ["Delmi"], time: "2024-03-10"),
            Report("b", "attack", places: ["Delmi"], time: "2024-03-10"),
        ]
        let groups = EventGrouping(quakes.map(\.node), families: [:]).groups
        #expect(groups[0] != groups[1])
    }

    /// A city in the news every week brings nothing together on its own.
    @Test func aCityInTheNewsEveryWeekIsNoEvidence() {
        var reports = (1...9).map { Report("w\($0)", "shooting", places: ["Lomar"]).published("2024-0\($0)-10") }
        reports.append(Report("x", "shooting", places: ["Lomar"]).published("2024-03-11"))
        #expect(Set(EventGrouping(reports.map(\.node), families: Self.families).groups).count == reports.count)
    }
}
