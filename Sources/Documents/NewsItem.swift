/// One item of a news file as its reader found it: a document to be, or the reason why it is none.
struct NewsItem {
    /// The name that the item gives itself.
    var id: String?
    /// Nil where the item has no identifier that later versions of it share.
    var edition: Edition?
    var metadata = Metadata()
    var prose = ProseGatherer()
    var notes: [ReadingNote] = []
    /// Why the item is no document.
    var refusal: SkippedItem.Reason?
    /// The line of the file on which it begins, from 1.
    var line = 1

    /// The reason why an item in some state of publication is no evidence; nil for any other state.
    /// - Parameter status: with or without the name of its vocabulary, as in `stat:canceled`, or an address that ends with it.
    static func refusal(status: String?) -> SkippedItem.Reason? {
        switch name(of: status) {
        case "withheld": .withheld
        case "canceled", "cancelled", "withdrawn", "killed": .cancelled
        default: nil
        }
    }

    /// A state without the name of its vocabulary; nil for the one that every item is in.
    static func status(_ status: String?) -> String? {
        let name = name(of: status)
        return name == "usable" ? nil : name
    }

    private static func name(of status: String?) -> String? {
        status?.lowercased().split { $0 == ":" || $0 == "/" }.last.map(String.init)
    }
}
