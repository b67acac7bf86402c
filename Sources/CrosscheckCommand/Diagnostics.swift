import Glibc

/// Messages for whoever runs the program.
enum Diagnostics {
    /// Writes to standard error, a line end added.
    static func tell(_ message: String) { tell(bytes: Array((message + "\n").utf8)) }

    static func tell(bytes: [UInt8]) {
        // Where even this fails nobody is left to be told.
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
