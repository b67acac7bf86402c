import StrictYAML

/// The languages of which documents are read, by `languages` of a configuration.
struct LanguageSelection: Sendable {
    /// Language tags in lower case; empty where every language is read.
    private var tags: [String] = []
    /// `file:line` of the first.
    private var place = ""

    init() {}

    /// Reads the tags of the key; what is wrong is noted with the reader.
    init(_ value: YAMLValue) {
        for element in value.elements() {
            guard let text = element.string() else { continue }
            let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
            let isTag =
                subtags.allSatisfy {
                    (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
                }
                && (2...3).contains(subtags[0].count) && subtags[0].allSatisfy(\.isLetter)
            if !isTag { element.reject("expected a language tag, as in en or en-GB; found '\(text)'") }
            if tags.isEmpty { place = element.place }
            tags.append(text.lowercased())
        }
    }

    /// Why a document of some language is left out; nil where it is read, as is one of which nobody tells the language.
    /// A tag covers those that begin with its parts (RFC 4647, 3.3.1): en covers en-GB.
    func reason(against language: String?) -> String? {
        guard !tags.isEmpty, let language, !language.isEmpty else { return nil }
        let tag = language.lowercased().replacing("_", with: "-")
        if tags.contains(where: { tag == $0 || tag.hasPrefix($0 + "-") }) { return nil }
        return "its language, \(language), is not among the languages of \(place)"
    }
}
