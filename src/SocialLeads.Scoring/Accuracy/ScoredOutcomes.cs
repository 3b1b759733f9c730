namespace SocialLeads.Scoring.Accuracy;

/// <summary>
/// Scores beside what happened, gathered by distinct score: all that a figure of accuracy needs, so that rows of equal score
/// are treated alike and the order of rows says nothing.
/// </summary>
public sealed class ScoredOutcomes
{
    private readonly double[] _scores;
    private readonly int[] _positives;
    private readonly int[] _counts;

    /// <summary>Gathers scores and outcomes.</summary>
    /// <param name="scores">Finite; higher means more likely positive.</param>
    /// <param name="positive">The outcome of each.</param>
    /// <exception cref="ArgumentException">Lengths differ, a score is not finite, or all outcomes are the same.</exception>
    public ScoredOutcomes(IReadOnlyList<double> scores, IReadOnlyList<bool> positive)
        : this(DistinctScores.Of(scores, positive))
    {
    }

    private ScoredOutcomes(DistinctScores distinct)
        : this(distinct.Scores, distinct.Count(true), distinct.Count(false))
    {
    }

    /// <param name="scores">Strictly rising.</param>
    /// <param name="positives">How many positive rows have each score.</param>
    /// <param name="negatives">How many other rows have each score.</param>
    internal ScoredOutcomes(double[] scores, int[] positives, int[] negatives)
    {
        _scores = scores;
        _positives = positives;
        _counts = [.. positives.Zip(negatives, (positive, negative) => positive + negative)];
        Positives = positives.Sum();
        Count = _counts.Sum();
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>How many of them are positive; above 0 and below <see cref="Count"/>.</summary>
    public int Positives { get; }

    /// <summary>The distinct scores, strictly rising.</summary>
    internal ReadOnlySpan<double> Scores => _scores;

    /// <summary>How many positive rows have each score.</summary>
    internal ReadOnlySpan<int> PositivesAt => _positives;

    /// <summary>How many rows have each score; a draw of the bootstrap may have none of some.</summary>
    internal ReadOnlySpan<int> CountsAt => _counts;
}
