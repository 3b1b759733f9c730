using MathNet.Numerics.LinearAlgebra;

namespace SocialLeads.Scoring.Learning;

/// <summary>
/// The logistic regression of outcomes on logits (Platt 1999; Cox 1958): a slope and an intercept after which a probability
/// means what it says. It is fitted to what models said of rows they had not seen, and keeps a model additive, because it
/// multiplies every part by the same number.
/// </summary>
/// <param name="Slope">From 0: a model that ranks backwards on unseen rows is worth nothing.</param>
/// <param name="Intercept">In log-odds.</param>
internal readonly record struct Calibration(double Slope, double Intercept)
{
    /// <summary>Draws the slope to 1 with the weight of one unit of information, which counts where logits hardly vary.</summary>
    private const double Penalty = 1;
    private const int MaxSteps = 50;
    private const double Tolerance = 1e-12;

    public static Calibration Fit(double[] logits, bool[] positive)
    {
        var fitted = Newton(logits, positive);
        return fitted.Slope >= 0 ? fitted : new(0, Logistic.Logit((double)positive.Count(outcome => outcome) / positive.Length));
    }

    /// <summary>Newton's method with steps halved until they lower the loss, which is convex and so has a single minimum.</summary>
    private static Calibration Newton(double[] logits, bool[] positive)
    {
        var at = new Calibration(1, 0);
        var loss = Loss(at, logits, positive);
        for (var step = 0; step < MaxSteps; step++)
        {
            var change = Step(at, logits, positive);
            var next = at;
            var nextLoss = double.PositiveInfinity;
            for (var fraction = 1.0; fraction > Tolerance && !(nextLoss <= loss); fraction /= 2)
            {
                next = new(at.Slope + fraction * change[0], at.Intercept + fraction * change[1]);
                nextLoss = Loss(next, logits, positive);
            }
            if (!(nextLoss <= loss)) break;
            (at, loss) = (next, nextLoss);
            if (change.AbsoluteMaximum() < Tolerance) break;
        }
        return at;
    }

    private static Vector<double> Step(Calibration at, double[] logits, bool[] positive)
    {
        var gradient = Vector<double>.Build.Dense(2);
        var information = Matrix<double>.Build.Dense(2, 2);
        gradient[0] = -Penalty * (at.Slope - 1);
        information[0, 0] = Penalty;
        // Where every probability is at its bound there is no curvature left: a little keeps the step finite.
        information[1, 1] = Tolerance;
        for (var row = 0; row < logits.Length; row++)
        {
            var p = Logistic.Probability(at.Slope * logits[row] + at.Intercept);
            var left = (positive[row] ? 1 : 0) - p;
            var weight = p * (1 - p);
            gradient[0] += left * logits[row];
            gradient[1] += left;
            information[0, 0] += weight * logits[row] * logits[row];
            information[0, 1] += weight * logits[row];
            information[1, 1] += weight;
        }
        information[1, 0] = information[0, 1];
        return information.Cholesky().Solve(gradient);
    }

    private static double Loss(Calibration at, double[] logits, bool[] positive)
    {
        var loss = Penalty * (at.Slope - 1) * (at.Slope - 1) / 2;
        for (var row = 0; row < logits.Length; row++) loss += Logistic.Loss(at.Slope * logits[row] + at.Intercept, positive[row]);
        return loss;
    }
}
