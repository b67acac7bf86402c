import Documents
import FoundationEssentials
import Glibc

/// The files that a check reads: documents, configurations, rules, facts and what else is named. Folders are looked through
/// each time, so that new files count too.
public struct WatchedFiles: Sendable {
    private let paths: [String]
    private let rules: [String]
    private let others: [String]
    private let ignored: Set<AbsolutePath>

    /// - Parameters:
    ///   - paths: documents and folders.
    ///   - rules: folders of rules that are added to those of the program.
    ///   - others: further files, there or not.
    ///   - ignored: files that the check writes itself.
    public init(_ paths: [String], rules: [String], others: [String], ignored: [String]) {
        self.paths = paths
        self.rules = rules
        self.others = others
        self.ignored = Set(ignored.map { AbsolutePath($0, from: .current) })
    }

    /// The files as they are now.
    public var state: WatchedState {
        let documents = DocumentFinder.find(paths).files
        var configurations = ConfigurationFinder()
        for path in documents { configurations.find(for: path) }
        let settings = configurations.settings
        let folders = rules + settings.rules.map(\.path) + [try? RuleFolder.path(nil)].compactMap { $0 }
        let files =
            documents + possibleConfigurations(of: documents) + folders.flatMap(Self.rules)
            + settings.facts.map(\.path) + others
        var state = WatchedState()
        for path in files where !ignored.contains(AbsolutePath(path, from: .current)) {
            state.stamps[path] = WatchedState.Stamp(path)
        }
        return state
    }

    /// Where the configurations of some documents are, or could be one day.
    private func possibleConfigurations(of documents: [String]) -> [String] {
        let current = AbsolutePath.current
        var seen: Set<AbsolutePath> = []
        for path in documents + paths {
            let place = AbsolutePath(path, from: current)
            var next = Optional(place)
            while let folder = next, seen.insert(folder).inserted { next = folder.parent }
        }
        return seen.flatMap { folder in
            Configuration.fileNames.map { AbsolutePath($0, from: folder).text(from: current) }
        }
    }

    private static func rules(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.map { folder + "/" + $0 }
    }
}

/// Watched files at one instant.
public struct WatchedState: Hashable, Sendable {
    /// What changes with the content of a file.
    struct Stamp: Hashable, Sendable {
        private var file: UInt
        private var size: Int
        private var seconds: Int
        private var nanoseconds: Int

        /// nil where there is no such file.
        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            file = UInt(status.st_ino)
            size = Int(status.st_size)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
    }

    /// The files that are there.
    var stamps: [String: Stamp] = [:]

    /// The files that came, went, or have changed, sorted.
    public func changes(to other: WatchedState) -> [String] {
        Set(stamps.keys).union(other.stamps.keys).filter { stamps[$0] != other.stamps[$0] }.sorted()
    }
}

/// Tells when files that were checked have changed and have come to rest: an editor may write a file in several steps.
public struct ChangeDetector<State: Equatable> {
    private let checked: State
    private var last: State

    /// - Parameter checked: from before the check, so that what changes during it is noticed.
    public init(checked: State) {
        self.checked = checked
        last = checked
    }

    /// True where the files are not as they were checked, and as they were when they were looked at last.
    public mutating func isDue(_ now: State) -> Bool {
        defer { last = now }
        return now != checked && now == last
    }
}
