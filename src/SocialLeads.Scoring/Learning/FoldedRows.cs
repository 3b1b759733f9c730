using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Learning;

/// <summary>The outcomes, and the fold of each row.</summary>
internal sealed class FoldedRows
{
    private readonly int[] _folds;

    public FoldedRows(bool[] positive, int folds, ulong seed)
    {
        Positive = positive;
        Count = folds;
        _folds = StratifiedFolds.Assign(positive, folds, seed);
    }

    /// <summary>The outcome of each row.</summary>
    public bool[] Positive { get; }

    /// <summary>How many folds there are.</summary>
    public int Count { get; }

    /// <summary>The fold of a row.</summary>
    public int FoldOf(int row) => _folds[row];

    /// <summary>The rows of a fold, rising.</summary>
    public int[] In(int fold) => Rows(row => _folds[row] == fold);

    /// <summary>The rows of all other folds, rising.</summary>
    public int[] Without(int fold) => Rows(row => _folds[row] != fold);

    private int[] Rows(Func<int, bool> which) => [.. Enumerable.Range(0, _folds.Length).Where(which)];
}
