/// The job could not be done: everything that stood in its way, so that one run tells all of it.
public struct RunFailure: Error, Sendable, CustomStringConvertible {
    /// Each names the file, the place in it and what to do.
    public let problems: [String]

    public init(_ problems: [String]) { self.problems = problems }

    /// A problem a line.
    public var description: String { problems.joined(separator: "\n") }
}
