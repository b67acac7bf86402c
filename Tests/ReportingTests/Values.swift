import Documents
import Extraction
import FoundationEssentials
import Reporting
import Values

/// A value of every kind, with every part that a kind can have, and with none that it need not.
enum SampleValues {
    static let all: [ClaimValue] =
        [
            ClaimValue(
                text: "about 1.2 to 1.4 million tonnes", figure: "about 1.2 to 1.4 million",
                interval: Interval(lower: 1_150_000, upper: 1_450_000, lowerOpen: false, upperOpen: true),
                bound: .atLeast, isApproximate: true, unit: "t", precision: 50_000),
            ClaimValue(text: "over 150", interval: Interval(lower: 150, upper: nil, lowerOpen: true), bound: .moreThan),
            ClaimValue(
                text: "-0.5 °C", interval: Interval(exactly: Decimal(string: "-0.5") ?? 0), unit: "°C",
                precision: Decimal(string: "0.05") ?? 0),
            ClaimValue(text: "any", interval: Interval(lower: nil, upper: nil)),
            ClaimValue(text: "first", content: .rank(position: 1, by: nil)),
            ClaimValue(text: "last but one", content: .rank(position: -2, by: "large")),
            ClaimValue(text: "Tarn", content: .place(name: "Tarn", direction: nil)),
            ClaimValue(text: "north-east of Tarn", content: .place(name: "Tarn", direction: "north-east")),
            ClaimValue(text: "Ana Ruiz", content: .name("Ana Ruiz")),
            ClaimValue(text: "A and B", content: .set(members: ["B", "A"], isOpen: false)),
            ClaimValue(text: "including A", content: .set(members: ["A"], isOpen: true)),
            ClaimValue(text: "nobody", content: .set(members: [], isOpen: false)),
            ClaimValue(text: "did not sign", content: .polarity(false)),
            ClaimValue(text: "signed", content: .polarity(true)),
            ClaimValue(text: "“never again”", figure: "never again", content: .words("never again")),
        ] + moments.map { ClaimValue(text: "then", content: .time($0)) }

    private static let moments = [
        ClaimMoment(
            days: DayInterval(iso: "2024-05-09"), weekday: 4, clock: 580...1510, grain: .minute, month: 5,
            isApproximate: true),
        ClaimMoment(days: DayInterval(iso: "2024"), grain: .year), ClaimMoment(weekday: 7, grain: .day),
        ClaimMoment(days: .year(-44), grain: .year), ClaimMoment(grain: .month, month: 12),
        ClaimMoment(clock: 0...0, grain: .dayPart),
    ]
}
