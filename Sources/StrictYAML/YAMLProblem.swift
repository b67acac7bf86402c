/// Something wrong in a YAML file, with its place and what to do about it.
public struct YAMLProblem: Hashable, Sendable, CustomStringConvertible {
    public var file: String
    /// Counts from 1.
    public var line: Int
    /// Counts Unicode scalars from 1.
    public var column: Int
    public var message: String

    public init(file: String, line: Int, column: Int, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `rules/money.yml:14:5: unknown key 'uint'; did you mean 'unit'?`
    public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// All problems of the files that were read together, in the order of their places.
public struct YAMLProblems: Error, Sendable, CustomStringConvertible {
    public var problems: [YAMLProblem]

    public init(_ problems: [YAMLProblem]) { self.problems = problems }

    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
