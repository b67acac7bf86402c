import Documents
import Reporting
import StrictYAML

/// Reads `ignore deaths: update until 2025-12-31`, the words of a comment in a document.
struct IgnoreComment {
    /// In lower case; empty for all.
    var attributes: [String]
    var reason: IgnoreReason
    var note: String?
    var until: CalendarDay?

    /// What is wrong with a comment and how to put it right.
    struct Problem: Error {
        var message: String
    }

    /// - Throws: `Problem` where the comment cannot hold.
    init(_ text: String) throws(Problem) {
        let parts = text.split(separator: ":", maxSplits: 1).map { $0.split(separator: " ").map(String.init) }
        guard let command = parts.first?.first, command == "ignore" else {
            let word = parts.first?.first ?? ""
            throw Problem(message: "unknown comment '\(word)'; \(Suggestion.phrase(for: word, among: ["ignore"]))")
        }
        let names = parts[0].dropFirst().joined(separator: " ").lowercased().split(separator: ",")
            .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
        guard !names.isEmpty else {
            throw Problem(message: "the comment names no attribute; write 'ignore deaths: …', or 'ignore all: …'")
        }
        attributes = names.contains("all") ? [] : names
        var words = parts.count > 1 ? parts[1] : []
        if words.count > 1, words[words.count - 2] == "until" {
            guard let day = CalendarDay(iso: words[words.count - 1]) else {
                throw Problem(
                    message: "expected a day after 'until', as in 2025-07-03; found '\(words[words.count - 1])'")
            }
            until = day
            words.removeLast(2)
        }
        let given = words.joined(separator: " ")
        guard !given.isEmpty else {
            throw Problem(
                message: "the comment gives no reason; write 'ignore \(names.joined(separator: ", ")): accepted', or "
                    + "another of \(IgnoreReason.allCases.map(\.rawValue).joined(separator: ", ")), or your own words")
        }
        (reason, note) = Self.reason(given)
    }

    /// A reason of the list with what is said besides, else the editor's own words for something accepted.
    private static func reason(_ text: String) -> (IgnoreReason, note: String?) {
        for reason in IgnoreReason.allCases where text.lowercased().hasPrefix(reason.rawValue) {
            let rest = text.dropFirst(reason.rawValue.count)
            if let next = rest.first, next.isLetter || next.isNumber { continue }
            let note = rest.drop { !$0.isLetter && !$0.isNumber }
            return (reason, note.isEmpty ? nil : String(note))
        }
        return (.accepted, text)
    }
}
