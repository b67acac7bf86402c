import Extraction
import Glibc

/// Weights of features by which examples are told apart, learned by Newton's method with a penalty on large weights.
struct LogisticRegression {
    struct Example {
        var features: [Double]
        var isMarked: Bool
    }

    /// For features as they are.
    let weights: CounterpartModel.Weights

    /// - Parameter penalty: of the square of each weight, where features have a deviation of one.
    init(_ examples: [Example], penalty: Double) {
        let scale = Scale(examples.map(\.features))
        let rows = examples.map { scale.standard($0.features) + [1] }
        var beta = [Double](repeating: 0, count: (rows.first?.count ?? 1))
        for _ in 0..<Self.steps {
            var gradient = [Double](repeating: 0, count: beta.count)
            var hessian = [[Double]](repeating: gradient, count: beta.count)
            for (row, example) in zip(rows, examples) {
                let likelihood = 1 / (1 + exp(-zip(beta, row).reduce(0) { $0 + $1.0 * $1.1 }))
                let error = (example.isMarked ? 1 : 0) - likelihood
                let curvature = max(likelihood * (1 - likelihood), 1e-9)
                for i in beta.indices {
                    gradient[i] += error * row[i]
                    let part = curvature * row[i]
                    for j in 0...i { hessian[i][j] += part * row[j] }
                }
            }
            for i in beta.indices.dropLast() {
                gradient[i] -= penalty * beta[i]
                hessian[i][i] += penalty
            }
            let step = Self.solve(hessian, gradient)
            for i in beta.indices { beta[i] += step[i] }
            if step.allSatisfy({ abs($0) < 1e-7 }) { break }
        }
        let values = zip(beta, scale.deviations).map { $0 / $1 }
        let bias = (beta.last ?? 0) - zip(values, scale.means).reduce(0) { $0 + $1.0 * $1.1 }
        weights = CounterpartModel.Weights(bias: bias, values: values)
    }

    private static let steps = 30

    /// The mean and the deviation of each feature.
    private struct Scale {
        var means: [Double]
        var deviations: [Double]

        init(_ rows: [[Double]]) {
            let count = Double(max(1, rows.count))
            let columns = rows.first?.count ?? 0
            let means = (0..<columns).map { column in rows.reduce(0) { $0 + $1[column] } / count }
            self.means = means
            deviations = (0..<columns).map { column in
                let variance =
                    rows.reduce(0) { $0 + ($1[column] - means[column]) * ($1[column] - means[column]) } / count
                return variance > 0 ? variance.squareRoot() : 1
            }
        }

        func standard(_ row: [Double]) -> [Double] {
            row.indices.map { (row[$0] - means[$0]) / deviations[$0] }
        }
    }

    /// Solves a system whose matrix is symmetric and positive, of which the lower half is given (Cholesky).
    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var factor = matrix
        let size = right.count
        for i in 0..<size {
            for j in 0...i {
                let sum = (0..<j).reduce(factor[i][j]) { $0 - factor[i][$1] * factor[j][$1] }
                factor[i][j] = i == j ? max(sum, 1e-12).squareRoot() : sum / factor[j][j]
            }
        }
        var solution = right
        for i in 0..<size {
            solution[i] = (0..<i).reduce(solution[i]) { $0 - factor[i][$1] * solution[$1] } / factor[i][i]
        }
        for i in (0..<size).reversed() {
            solution[i] = ((i + 1)..<size).reduce(solution[i]) { $0 - factor[$1][i] * solution[$1] } / factor[i][i]
        }
        return solution
    }
}
