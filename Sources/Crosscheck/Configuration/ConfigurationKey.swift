import Reconciliation
import Reporting

/// A key of `crosscheck.yaml`: what the reader accepts, what `config show` prints and the schema describes.
struct ConfigurationKey: Sendable {
    /// What stands under a key.
    indirect enum Shape: Sendable {
        case text
        /// A day, as in 2025-07-03.
        case day
        /// A day, a month or a year.
        case days
        /// The first digits of a fingerprint.
        case fingerprint
        case choice([String])
        case list(Shape)
        /// One, or a list of them.
        case oneOrList(Shape)
        /// A mapping with these keys alone.
        case keys([ConfigurationKey])
        /// A mapping whose keys are among some names, or free.
        case map(names: [String]?, Shape)
        case either(Shape, Shape)
    }

    var name: String
    /// What it sets, for a reader.
    var about: String
    var shape: Shape
    var isRequired = false
    /// What holds where the key is not given; only the keys of the file have one.
    var standard = Setting.list([], origin: Setting.standardOrigin)
    /// A value for the key, in YAML, as `init` shows it; only the keys of the file have one.
    var example = ""

    init(
        _ name: String, _ about: String, _ shape: Shape, isRequired: Bool = false,
        standard: Setting = .list([], origin: Setting.standardOrigin), example: String = ""
    ) {
        self.name = name
        self.about = about
        self.shape = shape
        self.isRequired = isRequired
        self.standard = standard
        self.example = example
    }
}
