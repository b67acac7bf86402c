import Documents
import Reconciliation
import Reporting

/// What an editor leaves out of reports, and why.
struct Ignore: Hashable, Sendable {
    /// An entry under `ignores` in a configuration. What is nil is not asked for.
    struct Entry: Hashable, Sendable {
        /// The first 8 or more digits of a fingerprint.
        var id: String?
        var subject: TextPattern?
        var attribute: TextPattern?
        /// A path from the configuration's folder, or a document's id.
        var document: PathPattern?
        var rule: TextPattern?
        var kind: Discrepancy.Kind?
        /// The configuration's folder: the entry holds for findings on documents below it.
        var folder: AbsolutePath
    }

    /// A comment in a document.
    struct Comment: Hashable, Sendable {
        /// The document's id.
        var document: String
        /// In lower case; empty for all.
        var attributes: [String]
        /// nil for the whole document.
        var span: ByteSpan?
        /// The folder that has to be read as a whole before one can say that the comment covers nothing.
        var folder: AbsolutePath
    }

    enum Cover: Hashable, Sendable {
        case entry(Entry)
        case comment(Comment)
    }

    var cover: Cover
    var reason: IgnoreReason
    var note: String?
    /// The last day on which it holds.
    var until: CalendarDay?
    /// `file:line:column`
    var place: String

    var isInDocument: Bool {
        switch cover {
        case .entry: false
        case .comment: true
        }
    }

    var folder: AbsolutePath {
        switch cover {
        case .entry(let entry): entry.folder
        case .comment(let comment): comment.folder
        }
    }
}
