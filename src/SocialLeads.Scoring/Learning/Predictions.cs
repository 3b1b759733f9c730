namespace SocialLeads.Scoring.Learning;

/// <summary>What a model says of the rows of a table.</summary>
public sealed class Predictions
{
    private readonly double[][] _contributions;
    private readonly double[] _logits;

    internal Predictions(double intercept, double[][] contributions, int rows)
    {
        _contributions = contributions;
        _logits = new double[rows];
        Array.Fill(_logits, intercept);
        foreach (var part in contributions)
        {
            for (var row = 0; row < rows; row++) _logits[row] += part[row];
        }
    }

    /// <summary>The log-odds of each row: the intercept plus the contributions, added in the order of the parts.</summary>
    public IReadOnlyList<double> Logits => _logits;

    /// <summary>The probability of a row, above 0 and below 1.</summary>
    public double Probability(int row) => Logistic.Probability(_logits[row]);

    /// <summary>What each part adds to a row, in log-odds, in the order of <see cref="LearnedModel.Parts"/>.</summary>
    public double[] Contributions(int row) => [.. _contributions.Select(part => part[row])];

    /// <summary>The probability of every row.</summary>
    public double[] Probabilities() => [.. _logits.Select(Logistic.Probability)];
}
