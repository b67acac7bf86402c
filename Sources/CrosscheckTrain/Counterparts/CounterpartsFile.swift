import Extraction

/// The rule file of a model.
enum CounterpartsFile {
    static func text(of model: CounterpartModel) -> String {
        """
        topic: counterparts
        about: How likely two figures of two documents that differ are of one thing, whatever words they are told in.

        # Learned by `crosscheck-train counterparts`; docs/counterparts.md tells how, and from what.
        counterparts:
          # From this likelihood on two figures are reported.
          threshold: \(model.threshold)
          likeness:
        \(entries(model.likeness, CounterpartModel.Likeness.allCases.map(\.rawValue)))
          opposition:
        \(entries(model.opposition, CounterpartModel.Opposition.allCases.map(\.rawValue)))

        """
    }

    private static func entries(_ weights: CounterpartModel.Weights, _ names: [String]) -> String {
        let values = zip(names, weights.values).map { "      \($0): \(rounded($1))" }
        return (["    bias: \(rounded(weights.bias))", "    weights:"] + values).joined(separator: "\n")
    }

    private static func rounded(_ value: Double) -> Double { (value * 10000).rounded() / 10000 }
}
