import Crosscheck
import Glibc

/// Where a report goes: standard output, or a file that appears when it is complete.
struct Output: ~Copyable, OutputSink {
    private var descriptor: Int32
    /// The file to be; nil for standard output.
    private let path: String?
    /// The file that is written meanwhile.
    private let draft: String?
    private var buffer: [UInt8] = []
    /// The reader of standard output has closed it: it has what it wants.
    private var isClosed = false

    /// - Parameter path: nil for standard output.
    init(path: String?) throws(OutputFailure) {
        self.path = path
        guard let path else {
            descriptor = STDOUT_FILENO
            draft = nil
            return
        }
        // Only a regular file can be replaced as a whole; a link such as /dev/stdout must stay what it is.
        var status = stat()
        let isSpecial = lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        draft = isSpecial ? nil : "\(path).\(getpid()).part"
        descriptor = open(draft ?? path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw OutputFailure(path) }
    }

    deinit {
        // Still open: it was not finished.
        if descriptor > STDERR_FILENO { close(descriptor) }
        if descriptor >= 0, let draft { unlink(draft) }
    }

    mutating func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Writes what is left, and lets the file appear.
    mutating func finish() throws {
        try flush()
        guard let path else { return }
        let result = close(descriptor)
        descriptor = -1
        guard result == 0, draft.map({ rename($0, path) == 0 }) ?? true else {
            let failure = OutputFailure(path)
            if let draft { unlink(draft) }
            throw failure
        }
    }

    private mutating func flush() throws {
        var rest = buffer[...]
        while !rest.isEmpty, !isClosed {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE, path == nil {
                isClosed = true
            } else if errno != EINTR {
                throw OutputFailure(path ?? "standard output")
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The report could not be written.
struct OutputFailure: Error, CustomStringConvertible {
    let description: String

    /// Of the operating system's last error.
    init(_ name: String) { description = "\(name): cannot be written (\(String(cString: strerror(errno))))" }
}
