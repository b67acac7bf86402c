/// What links documents to stories: where there are many, rare names of one time; in a handful, whatever is of their own.
struct StoryMode {
    /// What two documents must share. A document of few names can share no more than it has.
    let enough: Int
    /// What a document with no name can share.
    let leastTotal: Int
    /// Documents further apart than so many days tell one story only where they share twice as much; nil where that does not
    /// matter: who hands over an obituary and the report of forty years ago means them to be held against each other.
    let days: Int?
    /// What the names that hold a story together must weigh; nil where one link is enough.
    let core: Int?
    /// A gazetteer tells names that many have, as no count of weeks does, and publishers are looked at.
    let looksCloser: Bool

    /// Two names, or one of several words that both turn on most. A document with no name tells of nothing that another could.
    static let archive = StoryMode(enough: 40, leastTotal: 1, days: 90, core: 20, looksCloser: false)
    /// One name, or a word of one and two nouns. A document with no name may still share its nouns.
    static let handful = StoryMode(enough: 24, leastTotal: 24, days: nil, core: nil, looksCloser: true)

    /// Documents up to which somebody handed them over to be held against each other.
    static let mostInHandful = 12

    /// - Parameter documents: how many there are.
    static func of(documents: Int) -> StoryMode { documents <= mostInHandful ? handful : archive }
}
