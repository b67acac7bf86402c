/// A comment of an HTML page with the block that was open or came next when it was met.
struct PageComment: Hashable {
    var found: FoundComment
    /// Index of a block of the page.
    var block: Int
    /// It stands behind the first word of that block.
    var isInside: Bool
}

/// Finds what the comments of an HTML page speak of, once the blocks of its articles are known.
struct HTMLCommentPlaces {
    /// Indices of the page's blocks, for each article.
    let selections: [[Int]]
    /// The blocks of the same indices.
    let blocks: [[Block]]

    /// The comments of each article, and those that nothing follows.
    func place(_ comments: [PageComment]) -> (placed: [[PlacedComment]], lost: [FoundComment]) {
        var placed = [[PlacedComment]](repeating: [], count: selections.count)
        var lost: [FoundComment] = []
        for comment in comments {
            if comment.block == 0, !comment.isInside {
                for article in placed.indices { placed[article].append(PlacedComment(found: comment.found)) }
            } else if let (article, span) = place(comment) {
                placed[article].append(PlacedComment(found: comment.found, span: span))
            } else {
                lost.append(comment.found)
            }
        }
        return (placed, lost)
    }

    /// The article and the block, nil for all of its blocks. What no article takes, and boilerplate, is passed over.
    private func place(_ comment: PageComment) -> (article: Int, span: ByteSpan?)? {
        var nearest: (page: Int, article: Int, span: ByteSpan?)?
        for (article, selection) in selections.enumerated() {
            var isFirst = true
            for (page, block) in zip(selection, blocks[article]) {
                let isOwn = comment.isInside && page == comment.block
                if block.kind == .boilerplate, !isOwn { continue }
                if page >= comment.block, page < nearest?.page ?? .max {
                    nearest = (page, article, isFirst && !isOwn ? nil : block.span)
                }
                isFirst = false
            }
        }
        return nearest.map { ($0.article, $0.span) }
    }
}
