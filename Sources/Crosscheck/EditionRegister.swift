import Documents

/// The latest version of each news item of a run.
struct EditionRegister {
    private struct Latest {
        var edition: Edition
        /// The file and the number of the document in it; nil where the item is no document, as one that was cancelled.
        var document: Place?
        /// Where it stands, for people.
        var place: String
        var refusal: SkippedItem.Reason?
    }

    private struct Place: Hashable {
        var path: String
        var index: Int
    }

    private var latest: [String: Latest] = [:]

    /// Notes the items of a file. Of two that neither number nor time can tell apart the first one stays.
    mutating func register(_ content: FileContent) {
        for (index, document) in content.documents.enumerated() {
            guard let edition = document.edition else { continue }
            add(
                Latest(
                    edition: edition, document: Place(path: document.path, index: index), place: document.place))
        }
        for item in content.skipped {
            guard let edition = item.edition else { continue }
            add(Latest(edition: edition, place: item.place, refusal: item.reason))
        }
    }

    private mutating func add(_ candidate: Latest) {
        if let known = latest[candidate.edition.item], candidate.edition.replaces(known.edition) != true { return }
        latest[candidate.edition.item] = candidate
    }

    /// Why a document does not count: another version of the item does, or none any more. Nil where it counts.
    /// - Parameter index: the number of the document among those of its file.
    func reasonAgainst(_ document: Document, at index: Int) -> String? {
        guard let edition = document.edition, let latest = latest[edition.item],
            latest.document != Place(path: document.path, index: index)
        else { return nil }
        guard let replaces = latest.edition.replaces(edition) else { return nil }
        let version = latest.edition.version.map { "version \($0)" } ?? "a later version"
        if let refusal = latest.refusal, replaces { return "\(refusal) with \(version) in \(latest.place)" }
        return replaces ? "replaced by \(version) in \(latest.place)" : "the same version as in \(latest.place)"
    }
}

extension Document {
    /// The path, with the line on which the document begins where its file holds several.
    var place: String { line.map { "\(path):\($0)" } ?? path }
}
