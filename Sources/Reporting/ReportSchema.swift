/// The XML schema (XSD 1.0) that every XML report is valid against.
public enum ReportSchema {
    /// Grows only when a reader of the older version could stumble.
    public static let version = "1"
    public static let namespace = "urn:crosscheck:report:1"
    /// The schema's text, UTF-8.
    public static var bytes: [UInt8] { PackageResources.report_1_xsd }
}
