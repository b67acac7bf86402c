/// A part of a run that takes its time.
public enum RunStage: String, CaseIterable, Sendable {
    /// Reading the rules and the language model.
    case rules
    /// Reading the documents and what they claim; of claim files, reading these.
    case documents
    /// Comparing the claims.
    case comparison
    /// Writing what was found.
    case report
}

/// What a run tells of itself while it works.
public enum RunEvent: Hashable, Sendable {
    /// A stage begins; the one before it, if any, is over.
    case began(RunStage)
    /// The configurations in force, by the paths that messages give them.
    case configurations([String])
    /// How many of the files of a run have been read.
    case files(done: Int, of: Int)
    /// How many claims of claim files have been read.
    case claims(Int)
    /// What became of the files: the documents that count, and the files and items that do not.
    case read(documents: Int, skipped: Int)
}

/// Somebody who waits for a run. Events come in order, on the threads that do the work.
public protocol RunObserver: Sendable {
    func note(_ event: RunEvent)
}
