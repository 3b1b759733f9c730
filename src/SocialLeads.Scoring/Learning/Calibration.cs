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

    public static Calibration Fit(double[] logits, bool[] positive)
    {
        var fitted = LogisticRegression.Fit([.. logits.Select(logit => (double[])[logit])], positive, Penalty, towards: [1]);
        return fitted.Coefficients[0] >= 0
            ? new(fitted.Coefficients[0], fitted.Intercept)
            : new(0, Logistic.Logit((double)positive.Count(outcome => outcome) / positive.Length));
    }
}
