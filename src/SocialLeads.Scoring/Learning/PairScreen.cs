namespace SocialLeads.Scoring.Learning;

/// <summary>
/// Ranks pairs of columns by what a cross of one threshold on each explains of the rest, beyond what one threshold alone does
/// (FAST; Lou, Caruana, Gehrke and Hooker 2013).
/// </summary>
internal sealed class PairScreen(BinnedTable table, double[] logits, LearnerOptions options)
{
    /// <summary>The pairs worth boosting, the best first.</summary>
    /// <param name="groups">For each column, its groups.</param>
    /// <param name="candidates">The columns to try, by index.</param>
    public IReadOnlyList<(int First, int Second)> Choose(BinGroups[] groups, IReadOnlyList<int> candidates)
    {
        var left = new CellSum[logits.Length];
        for (var row = 0; row < left.Length; row++)
        {
            var p = Logistic.Probability(logits[row]);
            left[row] = new() { Gradient = (table.Positive[row] ? 1 : 0) - p, Weight = p * (1 - p) };
        }
        var pairs = candidates.SelectMany(first => candidates.Where(second => second > first), (first, second) => (first, second)).ToArray();
        var gains = new double[pairs.Length];
        Parallel.For(0, pairs.Length, i =>
        {
            var (first, second) = pairs[i];
            var grid = new PairGrid(groups[first], groups[second]);
            gains[i] = Gain(grid, grid.CellsOf(table.Columns[first].Cells, table.Columns[second].Cells), left);
        });
        return
        [
            .. Enumerable.Range(0, pairs.Length)
                .Where(i => gains[i] > options.MinPairGain)
                .OrderByDescending(i => gains[i]).ThenBy(i => i)
                .Take(options.MaxPairs)
                .Select(i => pairs[i]),
        ];
    }

    private double Gain(PairGrid grid, int[] cells, CellSum[] left)
    {
        // Sums over all cells below and to the left of a corner, so that each quadrant takes four look-ups.
        var width = grid.Second.Count + 1;
        var corners = new CellSum[(grid.First.Count + 1) * width];
        for (var row = 0; row < cells.Length; row++)
        {
            var (first, second) = Math.DivRem(cells[row], grid.Second.Count);
            corners[(first + 1) * width + second + 1] += left[row];
        }
        for (var first = 1; first <= grid.First.Count; first++)
        {
            for (var second = 1; second < width; second++)
            {
                var at = first * width + second;
                corners[at] += corners[at - width] + corners[at - 1] - corners[at - width - 1];
            }
        }
        var best = 0.0;
        for (var first = 1; first < grid.First.Count; first++)
        {
            for (var second = 1; second < grid.Second.Count; second++)
                best = Math.Max(best, Gain(corners[first * width + second], corners[first * width + width - 1],
                    corners[grid.First.Count * width + second], corners[^1]));
        }
        return best;
    }

    /// <param name="both">Below both thresholds.</param>
    /// <param name="first">Below the first.</param>
    /// <param name="second">Below the second.</param>
    /// <param name="total">All rows.</param>
    private double Gain(CellSum both, CellSum first, CellSum second, CellSum total)
    {
        var penalty = options.PairPenalty;
        var onlyFirst = first - both;
        var onlySecond = second - both;
        var neither = total - first - onlySecond;
        if (Math.Min(Math.Min(both.Weight, onlyFirst.Weight), Math.Min(onlySecond.Weight, neither.Weight)) < options.MinWeight)
            return 0;
        var cross = both.Gain(penalty) + onlyFirst.Gain(penalty) + onlySecond.Gain(penalty) + neither.Gain(penalty);
        var alone = Math.Max(
            first.Gain(penalty) + (total - first).Gain(penalty),
            second.Gain(penalty) + (total - second).Gain(penalty));
        return cross - alone;
    }
}
