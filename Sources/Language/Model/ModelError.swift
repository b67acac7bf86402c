/// Why a model or lexicon file cannot be used.
public enum ModelError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(path: String, reason: String)
    case notAModel(path: String)
    case otherVersion(path: String, found: UInt32, expected: UInt32)
    /// Cut short, or its bytes are not those that were written.
    case damaged(path: String, what: String)
    /// The two files were not made for each other.
    case mismatch(path: String, lexicon: String)

    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
        case .notAModel(let path): "\(path): not a file of the expected kind"
        case .otherVersion(let path, let found, let expected):
            "\(path): format version \(found), but this program reads version \(expected)"
        case .damaged(let path, let what): "\(path): damaged: \(what)"
        case .mismatch(let path, let lexicon): "\(path): was trained with another lexicon than \(lexicon)"
        }
    }
}
