namespace SocialLeads.Scoring.Learning;

/// <summary>The grid of two columns' groups.</summary>
/// <param name="First">The groups of the first column.</param>
/// <param name="Second">The groups of the second column.</param>
public sealed record PairGrid(BinGroups First, BinGroups Second)
{
    /// <summary>The cell of values of which nothing was learned.</summary>
    public const int None = -1;

    /// <summary>How many cells there are.</summary>
    public int Count => First.Count * Second.Count;

    /// <summary>The cell of a pair of groups.</summary>
    public int CellOf(int firstGroup, int secondGroup) => firstGroup * Second.Count + secondGroup;

    /// <summary>The cell of each row, from the bins of both columns; or <see cref="None"/>.</summary>
    internal int[] CellsOf(ushort[] firstBins, ushort[] secondBins)
    {
        var cells = new int[firstBins.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            var first = First.GroupOf(firstBins[row]);
            var second = Second.GroupOf(secondBins[row]);
            cells[row] = first == BinGroups.None || second == BinGroups.None ? None : CellOf(first, second);
        }
        return cells;
    }
}
