namespace SocialLeads.Scoring.Learning;

/// <summary>How a model is learned. The defaults are what <c>docs/accuracy.md</c> gives reasons and figures for.</summary>
public sealed record LearnerOptions
{
    /// <summary>Decides which rows fall into which fold; the same seed and rows give the same model.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Models that are learned and averaged, each without one fold of the rows; on the fold it did not see it is measured. 2 to 20.
    /// </summary>
    public int Folds { get; init; } = 5;

    /// <summary>Folds that are worked on at once: it takes less time, and nothing else is changed by it. From 1.</summary>
    public int FoldsAtATime { get; init; } = 20;

    /// <summary>The fraction of a fitted step that is taken. Above 0, up to 1.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>The most rounds of steps over all columns, and then over all pairs. From 0.</summary>
    public int MaxRounds { get; init; } = 1000;

    /// <summary>Rounds without a lower loss on the rows left out, after which learning ends. From 1.</summary>
    public int Patience { get; init; } = 50;

    /// <summary>The most bins of a column of numbers, without that for missing values. 2 to 1,000.</summary>
    public int MaxBins { get; init; } = 32;

    /// <summary>The most levels of a category with a bin of their own. 1 to 1,000.</summary>
    public int MaxLevels { get; init; } = 255;

    /// <summary>Rows below which a level shares the bin of all others. From 1.</summary>
    public int MinLevelRows { get; init; } = 5;

    /// <summary>The most parts of two columns; 0 makes the model purely additive.</summary>
    public int MaxPairs { get; init; } = 16;

    /// <summary>The most bins of a column within a pair. 2 to 64.</summary>
    public int MaxPairBins { get; init; } = 12;

    /// <summary>The most columns of which pairs are tried; of more, those that matter most by themselves. From 2.</summary>
    public int MaxPairColumns { get; init; } = 64;

    /// <summary>Gain, about a chi-square value, that a pair must exceed to be tried: it is the best of many. From 0.</summary>
    public double MinPairGain { get; init; } = 15;

    /// <summary>Sum of p (1 - p) over its rows that each side of a step must have. Above 0.</summary>
    public double MinWeight { get; init; } = 3;

    /// <summary>Ridge penalty on steps of one column of numbers, in units of p (1 - p). Above 0.</summary>
    public double NumberPenalty { get; init; } = 5;

    /// <summary>Gain by which a threshold must exceed a straight line to be taken: it was chosen among many. From 0.</summary>
    public double LinePreference { get; init; } = 3;

    /// <summary>Ridge penalty on the level of a category, in units of p (1 - p). Above 0.</summary>
    public double CategoryPenalty { get; init; } = 3;

    /// <summary>Ridge penalty on steps of two columns, in units of p (1 - p). Above 0.</summary>
    public double PairPenalty { get; init; } = 10;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds.</exception>
    internal void Check()
    {
        Within(Folds, 2, 20, nameof(Folds));
        Within(FoldsAtATime, 1, int.MaxValue, nameof(FoldsAtATime));
        Within(LearningRate, double.Epsilon, 1, nameof(LearningRate));
        Within(MaxRounds, 0, 1_000_000, nameof(MaxRounds));
        Within(Patience, 1, 1_000_000, nameof(Patience));
        Within(MaxBins, 2, 1000, nameof(MaxBins));
        Within(MaxLevels, 1, 1000, nameof(MaxLevels));
        Within(MinLevelRows, 1, int.MaxValue, nameof(MinLevelRows));
        Within(MaxPairs, 0, 1000, nameof(MaxPairs));
        Within(MaxPairBins, 2, 64, nameof(MaxPairBins));
        Within(MaxPairColumns, 2, ColumnTable.MaxColumns, nameof(MaxPairColumns));
        Within(MinPairGain, 0, double.MaxValue, nameof(MinPairGain));
        Within(MinWeight, double.Epsilon, double.MaxValue, nameof(MinWeight));
        Within(NumberPenalty, double.Epsilon, double.MaxValue, nameof(NumberPenalty));
        Within(LinePreference, 0, double.MaxValue, nameof(LinePreference));
        Within(CategoryPenalty, double.Epsilon, double.MaxValue, nameof(CategoryPenalty));
        Within(PairPenalty, double.Epsilon, double.MaxValue, nameof(PairPenalty));
    }

    private static void Within(double value, double least, double greatest, string name)
    {
        if (!(value >= least && value <= greatest))
            throw new ArgumentOutOfRangeException(name, value, $"{name} is not from {least} to {greatest}.");
    }
}
