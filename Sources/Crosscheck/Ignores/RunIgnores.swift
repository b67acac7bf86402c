import Documents
import Reconciliation
import Reporting

/// All ignores of a run: those of its configurations, then those in its documents.
struct RunIgnores {
    var entries: [Ignore]
    /// The day by which an ignore has ended; nil where all hold.
    var today: CalendarDay?
    /// Folders of which all documents were read.
    var wholeFolders: [AbsolutePath]

    /// The discrepancies that stay, those that do not, and what is to be told of the ignores.
    /// - Parameter home: the folder that has to be read as a whole before one can tell that a comment of a document covers
    ///   nothing.
    func apply(
        to discrepancies: [Discrepancy], documents: [ReportDocument], reconciler: Reconciler,
        home: (ReportDocument) -> AbsolutePath
    ) -> (kept: [Discrepancy], ignored: [IgnoredDiscrepancy], remarks: [String]) {
        var ignores = entries
        var problems: [String] = []
        for document in documents {
            for comment in document.comments {
                let place = "\(document.path):\(comment.position.line):\(comment.position.column)"
                do throws(IgnoreComment.Problem) {
                    let read = try IgnoreComment(comment.text)
                    ignores.append(
                        Ignore(
                            cover: .comment(
                                Ignore.Comment(
                                    document: document.document, attributes: read.attributes, span: comment.span,
                                    folder: home(document))), reason: read.reason, note: read.note, until: read.until,
                            place: place))
                } catch {
                    problems.append("\(place): \(error.message)")
                }
            }
        }
        var filter = IgnoreFilter(ignores, today: today, documents: documents, reconciler: reconciler)
        let (kept, ignored) = filter.apply(to: discrepancies, wholeFolders: wholeFolders)
        return (kept, ignored, problems + filter.remarks)
    }
}
