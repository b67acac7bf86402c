/// The claims as XML, valid against `ReportSchema`.
public struct XMLClaimReporter: Reporter {
    public init() {}

    public func write(_ report: ClaimReport, to sink: inout some OutputSink) throws {
        let names = DocumentNames(report.documents)
        var xml = try XMLStream()
        xml.startRoot("claimReport", generator: report.generator)
        xml.documents(report.documents)
        xml.start("claims")
        for (index, claim) in report.claims.enumerated() {
            xml.listedClaim(claim, names: names)
            // Keeps the buffer small however many claims there are.
            if index % 256 == 255 { try xml.drain(to: &sink) }
        }
        xml.end()
        xml.coverage(report.coverage)
        xml.endDocument()
        try xml.drain(to: &sink)
    }
}
