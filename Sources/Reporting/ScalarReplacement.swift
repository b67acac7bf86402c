extension String {
    /// The text with some of its Unicode scalars replaced.
    ///
    /// Formats know no characters of several scalars: to them a quotation mark with an accent on it is a quotation mark.
    /// - Parameter replacement: of a scalar; nil for one that stays.
    func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if let text = replacement(scalar) {
                result.append(contentsOf: text.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
