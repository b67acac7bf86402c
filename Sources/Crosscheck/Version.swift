/// What this program is called in its reports.
public enum Version {
    public static let number = "0.1.0"
    /// As reports name it.
    public static let generator = "crosscheck \(number)"
}
