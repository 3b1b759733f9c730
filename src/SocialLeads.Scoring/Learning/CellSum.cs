namespace SocialLeads.Scoring.Learning;

/// <summary>Over some rows: the sum of y - p, which is what is left to explain, and of p (1 - p), which is its variance.</summary>
internal struct CellSum
{
    public double Gradient;
    public double Weight;

    public static CellSum operator +(CellSum a, CellSum b) =>
        new() { Gradient = a.Gradient + b.Gradient, Weight = a.Weight + b.Weight };

    public static CellSum operator -(CellSum a, CellSum b) =>
        new() { Gradient = a.Gradient - b.Gradient, Weight = a.Weight - b.Weight };

    public static CellSum Of(ReadOnlySpan<CellSum> sums)
    {
        var total = default(CellSum);
        foreach (ref readonly var sum in sums) total += sum;
        return total;
    }

    /// <summary>The Newton step of a constant with a ridge penalty.</summary>
    public readonly double Step(double penalty) => Gradient / (Weight + penalty);

    /// <summary>By how much that step lowers twice the penalised loss, to the second order: about a chi-square value.</summary>
    public readonly double Gain(double penalty) => Gradient * Gradient / (Weight + penalty);
}
