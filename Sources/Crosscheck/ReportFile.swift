import Documents
public import Reporting

/// A discrepancy report that was exported as XML.
public struct ReportFile: Sendable {
    /// As the user gave it; `-` is standard input.
    public let path: String
    /// libxml2 counts bytes in 32 bits.
    private static let limit = Int(Int32.max)

    public init(path: String) { self.path = path }

    /// - Throws: `RunFailure` with the lines that cannot be read.
    public func read() throws(RunFailure) -> Report {
        let bytes: [UInt8]
        do throws(DocumentError) {
            bytes = try FileAccess.read(path, limit: Self.limit)
        } catch {
            throw RunFailure([error.description])
        }
        do throws(XMLReportError) {
            return try XMLReportReader().read(bytes)
        } catch {
            throw RunFailure(
                error.problems.map { problem in
                    let place = problem.line.map { "\(path):\($0)" } ?? path
                    return "\(place): \(problem.message); write the file with 'crosscheck check --format xml'"
                })
        }
    }
}
