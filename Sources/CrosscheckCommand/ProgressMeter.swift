/// What to show of the progress of some work, and when. It reads no clock: whoever uses it tells the time.
struct ProgressMeter {
    /// Work that is done sooner shows nothing.
    static let patience = Duration.seconds(1)
    /// From one line to the next.
    static let interval = Duration.milliseconds(100)

    private var begin: Duration?
    private var shown: Duration?

    /// "312 of 1,040 files, 104 a second, 7 s left"; nil where nothing is to be shown now.
    /// - Parameters:
    ///   - total: nil where nobody knows, and so neither when it will be done.
    ///   - now: since some instant, the same in every call. The first call begins the work.
    mutating func line(_ done: Int, of total: Int?, _ noun: String, at now: Duration) -> String? {
        let begin = begin ?? now
        self.begin = begin
        let spent = now - begin
        guard spent >= Self.patience, shown.map({ now - $0 >= Self.interval }) ?? true else { return nil }
        shown = now
        let rate = Double(done) / spent.seconds
        let count = [Self.grouped(done), total.map { "of \(Self.grouped($0))" }].compactMap { $0 }
        var parts = [(count + [(total ?? done) == 1 ? noun : noun + "s"]).joined(separator: " ")]
        if done > 0 {
            parts.append(Self.pace(rate))
            if let total { parts.append("\(Self.span(Double(total - done) / rate)) left") }
        }
        return parts.joined(separator: ", ")
    }

    /// "104 a second", "2.5 a second", "12 a minute"
    private static func pace(_ rate: Double) -> String {
        if rate >= 10 { return "\(grouped(Int(rate.rounded()))) a second" }
        if rate >= 1 { return "\(oneDecimal(rate)) a second" }
        return "\(oneDecimal(rate * 60)) a minute"
    }

    /// "7 s", "2 min 5 s", "1 h 3 min"
    private static func span(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 1e9).rounded(.up))
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }

    private static func oneDecimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// "1,040"
    private static func grouped(_ number: Int) -> String {
        var digits = Substring(String(number))
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = digits.dropLast(3)
        }
        return ([digits] + groups).joined(separator: ",")
    }
}

extension Duration {
    var seconds: Double { self / .seconds(1) }
}
