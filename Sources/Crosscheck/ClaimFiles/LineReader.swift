import FoundationEssentials
import Glibc

/// Reads a file, or standard input (`-`), line by line, so that no file is too large.
struct LineReader: ~Copyable {
    private let path: String
    private let file: UnsafeMutablePointer<FILE>
    private var line: UnsafeMutablePointer<CChar>?
    private var room = 0

    /// - Throws: `RunFailure` where there is no such file.
    init(path: String) throws(RunFailure) {
        let opened = path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "re")
        guard let opened else { throw Self.failure(path) }
        self.path = path
        file = opened
    }

    deinit {
        free(line)
        fclose(file)
    }

    /// The bytes of the next line without its end; nil where there is none.
    mutating func next() throws(RunFailure) -> Data? {
        errno = 0
        let count = getline(&line, &room, file)
        guard count >= 0, let line else {
            if errno != 0 { throw Self.failure(path) }
            return nil
        }
        var bytes = UnsafeRawBufferPointer(start: line, count: count)[...]
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes = bytes.dropLast() }
        return Data(bytes)
    }

    private static func failure(_ path: String) -> RunFailure {
        RunFailure([
            "\(path): cannot be read (\(String(cString: strerror(errno)))); name a file that 'crosscheck claims "
                + "--format jsonl' wrote"
        ])
    }
}
