using MathNet.Numerics.LinearAlgebra;

namespace SocialLeads.Scoring.Learning;

/// <summary>
/// A logistic regression: log-odds are a weighted sum of a row's values and an intercept. Fitted by Newton's method with steps
/// halved until they lower the loss, which is convex and so has a single minimum.
/// </summary>
public sealed class LogisticRegression
{
    private const int MaxSteps = 50;
    private const double Tolerance = 1e-12;

    private LogisticRegression(double[] coefficients, double intercept)
    {
        Coefficients = coefficients;
        Intercept = intercept;
    }

    /// <summary>The weight of each value, in natural log-odds.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>In natural log-odds.</summary>
    public double Intercept { get; }

    /// <summary>
    /// Fits the rows. Half the squared distance of the coefficients from what they are drawn to, times the penalty, is added to the sum of
    /// the log losses; the intercept is free. With a penalty of 1 towards 0 it is scikit-learn's <c>LogisticRegression</c>.
    /// </summary>
    /// <param name="rows">Rows of finite values, all of the same length.</param>
    /// <param name="positive">The outcome of each.</param>
    /// <param name="penalty">Above 0.</param>
    /// <param name="towards">What the coefficients are drawn to; 0 when null.</param>
    /// <exception cref="ArgumentException">There is no row, or the lengths differ.</exception>
    public static LogisticRegression Fit(
        IReadOnlyList<double[]> rows, IReadOnlyList<bool> positive, double penalty = 1, IReadOnlyList<double>? towards = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(positive);
        if (rows.Count == 0 || rows.Count != positive.Count || rows.Any(row => row.Length != rows[0].Length))
            throw new ArgumentException("There is no row, or the lengths differ.", nameof(rows));
        if (!(penalty > 0)) throw new ArgumentOutOfRangeException(nameof(penalty), penalty, "Not above 0.");
        double[] drawnTo = towards is null ? new double[rows[0].Length] : [.. towards];
        var at = new LogisticRegression(drawnTo, 0);
        var loss = at.Loss(rows, positive, penalty, drawnTo);
        for (var step = 0; step < MaxSteps; step++)
        {
            var change = at.Step(rows, positive, penalty, drawnTo);
            var next = at;
            var nextLoss = double.PositiveInfinity;
            for (var fraction = 1.0; fraction > Tolerance && !(nextLoss <= loss); fraction /= 2)
            {
                next = at.Moved(change, fraction);
                nextLoss = next.Loss(rows, positive, penalty, drawnTo);
            }
            if (!(nextLoss <= loss)) break;
            (at, loss) = (next, nextLoss);
            if (change.AbsoluteMaximum() < Tolerance) break;
        }
        return at;
    }

    /// <summary>The log-odds of a row.</summary>
    public double Logit(IReadOnlyList<double> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var logit = 0.0;
        for (var i = 0; i < Coefficients.Count; i++) logit += Coefficients[i] * row[i];
        return logit + Intercept;
    }

    private LogisticRegression Moved(Vector<double> change, double fraction) => new(
        [.. Coefficients.Select((coefficient, i) => coefficient + fraction * change[i])],
        Intercept + fraction * change[Coefficients.Count]);

    private Vector<double> Step(IReadOnlyList<double[]> rows, IReadOnlyList<bool> positive, double penalty, double[] drawnTo)
    {
        var last = Coefficients.Count;
        var gradient = Vector<double>.Build.Dense(last + 1, i => i < last ? -penalty * (Coefficients[i] - drawnTo[i]) : 0);
        // Where every probability is at its bound there is no curvature left: a little keeps the step finite.
        var information = Matrix<double>.Build.DenseDiagonal(last + 1, last + 1, i => i < last ? penalty : Tolerance);
        for (var r = 0; r < rows.Count; r++)
        {
            var p = Logistic.Probability(Logit(rows[r]));
            var left = (positive[r] ? 1 : 0) - p;
            var weight = p * (1 - p);
            for (var i = 0; i <= last; i++)
            {
                var x = i < last ? rows[r][i] : 1;
                gradient[i] += left * x;
                for (var j = 0; j <= i; j++) information[i, j] += weight * x * (j < last ? rows[r][j] : 1);
            }
        }
        for (var i = 0; i <= last; i++)
        {
            for (var j = i + 1; j <= last; j++) information[i, j] = information[j, i];
        }
        return information.Cholesky().Solve(gradient);
    }

    private double Loss(IReadOnlyList<double[]> rows, IReadOnlyList<bool> positive, double penalty, double[] drawnTo)
    {
        var loss = 0.0;
        for (var i = 0; i < drawnTo.Length; i++)
            loss += penalty * (Coefficients[i] - drawnTo[i]) * (Coefficients[i] - drawnTo[i]) / 2;
        for (var row = 0; row < rows.Count; row++) loss += Logistic.Loss(Logit(rows[row]), positive[row]);
        return loss;
    }
}
