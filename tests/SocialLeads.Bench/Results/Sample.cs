namespace SocialLeads.Bench.Results;

/// <summary>One figure, measured some times.</summary>
/// <param name="Median">The middle of the runs; of an even number the mean of the two in the middle.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
/// <param name="Runs">How many there were; warm-up not counted.</param>
internal sealed record Sample(double Median, double Least, double Most, int Runs)
{
    public static Sample Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        if (sorted.Count == 0) throw new ArgumentException("There is no figure.", nameof(figures));
        return new Sample((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, sorted[0], sorted[^1], sorted.Count);
    }

    public static Sample Once(double figure) => Of([figure]);
}
