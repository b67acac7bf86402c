/// What keeps a file from being read as an XML report.
public struct XMLReportError: Error, Sendable {
    public struct Problem: Hashable, Sendable {
        /// In the file, from 1; nil where it is wrong as a whole.
        public let line: Int?
        public let message: String
    }

    /// At least one, in the order of the file.
    public let problems: [Problem]

    init(_ problems: [Problem]) { self.problems = problems }

    init(_ message: String, line: Int?) { self.init([Problem(line: line, message: message)]) }
}
