namespace SocialLeads.Scoring.Learning;

/// <summary>
/// Moves from a pair to its columns what belongs to one of them alone, so that a pair shows nothing but what the two say
/// together (functional ANOVA with the rows as weights; Lengerich et al. 2020). The sum over a row stays the same.
/// </summary>
internal static class Purification
{
    private const int MaxSweeps = 200;
    private const double Tolerance = 1e-12;

    public static void Purify(PairGrid grid, int[] rows, double[] pair, double[] firstShape, double[] secondShape)
    {
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            var moved = Move(grid.First, grid.Second.Count, group => second => grid.CellOf(group, second), rows, pair, firstShape)
                + Move(grid.Second, grid.First.Count, group => first => grid.CellOf(first, group), rows, pair, secondShape);
            if (moved < Tolerance) return;
        }
    }

    /// <summary>Moves the mean of each group; the sum of what was moved, without sign.</summary>
    private static double Move(
        BinGroups groups, int across, Func<int, Func<int, int>> cells, int[] rows, double[] pair, double[] shape)
    {
        var moved = 0.0;
        for (var group = 0; group < groups.Count; group++)
        {
            var cellOf = cells(group);
            double sum = 0, count = 0;
            for (var i = 0; i < across; i++)
            {
                sum += rows[cellOf(i)] * pair[cellOf(i)];
                count += rows[cellOf(i)];
            }
            var mean = sum / count;
            for (var i = 0; i < across; i++) pair[cellOf(i)] -= mean;
            for (var bin = 0; bin < shape.Length; bin++)
            {
                if (groups.GroupOf(bin) == group) shape[bin] += mean;
            }
            moved += Math.Abs(mean);
        }
        return moved;
    }
}
