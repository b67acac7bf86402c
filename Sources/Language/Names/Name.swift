public import Documents

/// What a name names.
public enum NameType: String, CaseIterable, Sendable {
    case person
    case organization
    case place
    case event
    /// A law, a book, a programme, a theory.
    case work
    /// A ship, a weapon, a make of a thing.
    case product
}

/// A name in a document, or a short form by which the text comes back to one.
public struct Name: Hashable, Sendable {
    /// How the text names.
    public enum Form: String, CaseIterable, Sendable {
        /// The name itself: "Amir Khan Muttaqi".
        case name
        /// Initials that stand for an earlier name: "ISKP".
        case acronym
        /// Part of an earlier name: "Sharifi" after "Kian Sharifi".
        case short
        /// A common noun that takes an earlier name up: "the ministry" after "the Russian Foreign Ministry".
        case noun
        /// The adjective or noun for a country's people: "Russian".
        case nationality
    }

    /// The words of the name, without its title.
    public var span: TokenSpan
    public var type: NameType
    public var form: Form
    /// The title or role before the name: "Foreign Minister".
    public var title: TokenSpan?
    /// The country that is named, in the form that the gazetteer gives first: "Russia" for "Russian" too.
    public var country: String?
    /// The place in `Names.all` of the first mention of the one that is named; its own place where it is the first.
    public var first: Int
}

/// The names of a document in text order; they do not overlap.
public struct Names: Sendable {
    public internal(set) var all: [Name]

    /// The name that covers a token, or nil.
    public func name(at token: Int) -> Name? { index(at: token).map { all[$0] } }

    /// The place in `all` of the name that covers a token, or nil.
    public func index(at token: Int) -> Int? {
        let index = firstIndex(endingAfter: token)
        return index < all.count && all[index].span.start <= token ? index : nil
    }

    /// The place in `all` of the last name that ends before a token, or nil.
    public func lastIndex(before token: Int) -> Int? {
        let index = firstIndex(endingAfter: token)
        return index > 0 ? index - 1 : nil
    }

    private func firstIndex(endingAfter token: Int) -> Int {
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle].span.end <= token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
