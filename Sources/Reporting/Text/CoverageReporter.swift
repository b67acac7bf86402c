/// What was read and what was not, for people: the end of a text report, alone.
public struct CoverageReporter: Reporter {
    private let layout: TextLayout

    public init(layout: TextLayout = TextLayout()) { self.layout = layout }

    public func write(_ coverage: Coverage, to sink: inout some OutputSink) throws {
        var page = TextPage(layout)
        page.coverage(coverage, findings: nil)
        try page.drain(to: &sink)
    }
}
