import Yams

/// Reads YAML files strictly: an unknown key, a wrong type or a missing value is a problem with its place, and reading goes
/// on, so that one run tells all of them.
public final class YAMLReader {
    /// The problems so far.
    public private(set) var problems: [YAMLProblem] = []

    public init() {}

    /// The top value of a YAML text; nil where the text is no YAML (a problem is noted) or empty.
    /// - Parameters:
    ///   - file: the name that problems carry.
    ///   - lineOffset: lines of the file that come before `text`.
    public func read(_ text: String, file: String, lineOffset: Int = 0) -> YAMLValue? {
        do {
            // Tags are never looked at: every scalar is read as its reader expects it.
            // Without an encoding, the parser asks the environment for one each time.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let node = try parser.singleRoot() else { return nil }
            return YAMLValue(node: node, file: file, lineOffset: lineOffset, reader: self)
        } catch let error as YamlError {
            note(error, file: file, lineOffset: lineOffset)
        } catch {
            problems.append(YAMLProblem(file: file, line: lineOffset + 1, column: 1, message: "\(error)"))
        }
        return nil
    }

    /// Notes a problem found by whoever reads the values.
    public func note(_ message: String, at value: YAMLValue) {
        problems.append(YAMLProblem(file: value.file, line: value.line, column: value.column, message: message))
    }

    /// - Throws: `YAMLProblems` where there are any.
    public func finish() throws(YAMLProblems) {
        guard !problems.isEmpty else { return }
        throw YAMLProblems(
            problems.sorted { ($0.file, $0.line, $0.column, $0.message) < ($1.file, $1.line, $1.column, $1.message) })
    }

    private func note(_ error: YamlError, file: String, lineOffset: Int) {
        let place: (line: Int, column: Int)
        let message: String
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            place = (mark.line, mark.column)
            message = "not valid YAML: \(problem)"
        case .duplicatedKeysInMapping(let duplicates, let context):
            place = (context.mark.line, context.mark.column)
            message = "the key '\(duplicates.joined(separator: "', '"))' is given twice; keep one"
        case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
            place = (1, 1)
            message = "not valid YAML: \(problem)"
        case .no, .memory, .dataCouldNotBeDecoded:
            place = (1, 1)
            message = "not valid YAML"
        }
        problems.append(
            YAMLProblem(file: file, line: place.line + lineOffset, column: place.column, message: message))
    }
}
