public import Documents

extension Event {
    /// For a reader: kind, places and time, as in "attack, Crocus City Hall, Moscow, March 2024".
    public func title(time written: String? = nil) -> String {
        ([kind] + (places.isEmpty ? Array(names.prefix(1)) : places)
            + [time.map(Self.phrase) ?? written].compactMap { $0 }).joined(separator: ", ")
    }

    /// The same for equal descriptions; holds neither figures nor polarity.
    public var key: String {
        ([kind] + places.map(PlaceName.key).sorted() + names.map(PlaceName.key).sorted()
            + [time?.description].compactMap { $0 }).joined(separator: "|")
    }

    /// The days in which an event without a date is taken to have happened where a document of that date is about it: the
    /// two weeks up to publication.
    public static func freshDays(published: DayInterval) -> DayInterval {
        DayInterval(published.first + -14, published.last)
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Days in words: "22 March 2024", "March 2024", "2024", or from and to.
    static func phrase(_ days: DayInterval) -> String {
        let (year, month, day) = days.first.civil
        if days.first == days.last { return "\(day) \(months[month - 1]) \(year)" }
        if days == .month(month, of: year) { return "\(months[month - 1]) \(year)" }
        if days == .year(year) { return "\(year)" }
        return "\(phrase(DayInterval(days.first))) to \(phrase(DayInterval(days.last)))"
    }
}
