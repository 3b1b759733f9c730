namespace SocialLeads.Scoring.Learning;

/// <summary>An additive logistic model: an intercept and parts, whose sum is the log-odds.</summary>
public sealed class LearnedModel
{
    internal LearnedModel(double intercept, IReadOnlyList<ModelPart> parts)
    {
        Intercept = intercept;
        Parts = parts;
    }

    /// <summary>The log-odds before any part.</summary>
    public double Intercept { get; }

    /// <summary>The parts, the most important first; those that add nothing are left out.</summary>
    public IReadOnlyList<ModelPart> Parts { get; }

    /// <summary>What the model says of each row of a table.</summary>
    /// <exception cref="ArgumentException">A column it was learned from is not there, or of another kind.</exception>
    public Predictions Predict(ColumnTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(Intercept, [.. Parts.Select(part => part.Contributions(table))], table.Rows);
    }
}
