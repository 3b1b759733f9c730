namespace SocialLeads.Scoring.Accuracy;

/// <summary>The distinct scores of some rows, and which of them each row has.</summary>
internal sealed class DistinctScores
{
    private readonly int[] _at;
    private readonly IReadOnlyList<bool> _positive;

    private DistinctScores(double[] scores, int[] at, IReadOnlyList<bool> positive)
    {
        Scores = scores;
        _at = at;
        _positive = positive;
    }

    /// <summary>Strictly rising.</summary>
    public double[] Scores { get; }

    /// <summary>For each row, the index of its score.</summary>
    public ReadOnlySpan<int> At() => _at;

    /// <exception cref="ArgumentException">Lengths differ, a score is not finite, or all outcomes are the same.</exception>
    public static DistinctScores Of(IReadOnlyList<double> scores, IReadOnlyList<bool> positive)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(positive);
        if (scores.Count != positive.Count)
            throw new ArgumentException($"There are {scores.Count} scores and {positive.Count} outcomes.", nameof(positive));
        if (!scores.All(double.IsFinite))
            throw new ArgumentException("A score is not finite.", nameof(scores));
        if (!positive.Contains(true) || !positive.Contains(false))
            throw new ArgumentException("All outcomes are the same: there is nothing to tell apart.", nameof(positive));
        var distinct = scores.Distinct().Order().ToArray();
        return new(distinct, [.. scores.Select(score => Array.BinarySearch(distinct, score))], positive);
    }

    /// <summary>For each score, how many rows of an outcome have it.</summary>
    public int[] Count(bool outcome)
    {
        var counts = new int[Scores.Length];
        foreach (var at in At(outcome)) counts[at]++;
        return counts;
    }

    /// <summary>For each row of an outcome, the index of its score.</summary>
    public int[] At(bool outcome) => [.. _at.Where((_, row) => _positive[row] == outcome)];
}
