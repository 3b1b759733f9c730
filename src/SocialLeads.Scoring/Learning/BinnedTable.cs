namespace SocialLeads.Scoring.Learning;

/// <summary>
/// A table as the learner sees it: columns by name, and rows in an order that their bins and outcomes alone decide. So
/// neither the order of rows nor of columns changes what is learned, not by a bit.
/// </summary>
internal sealed class BinnedTable
{
    private BinnedTable(BinnedColumn[] columns, bool[] positive)
    {
        Columns = columns;
        Positive = positive;
    }

    /// <summary>The columns that have at least two different bins, by name.</summary>
    public IReadOnlyList<BinnedColumn> Columns { get; }

    /// <summary>The outcome of each row.</summary>
    public bool[] Positive { get; }

    public static BinnedTable Of(ColumnTable table, IReadOnlyList<bool> positive, LearnerOptions options, LearningPrior? prior = null)
    {
        var columns = table.Columns
            .OrderBy(column => column.Name, StringComparer.Ordinal)
            .Select(column => (Column: column, Bins: Binning.Of(column, options)))
            .Select(binned => (binned.Column, binned.Bins, Cells: binned.Bins.BinsOf(binned.Column)))
            .Where(binned => binned.Cells.AsSpan().ContainsAnyExcept(binned.Cells[0]))
            .ToArray();
        var order = Enumerable.Range(0, table.Rows).ToArray();
        Array.Sort(order, (a, b) =>
        {
            foreach (var (_, _, cells) in columns)
            {
                if (cells[a] != cells[b]) return cells[a].CompareTo(cells[b]);
            }
            return positive[a].CompareTo(positive[b]);
        });
        return new(
            [.. columns.Select(binned => new BinnedColumn(binned.Bins, [.. order.Select(row => binned.Cells[row])], binned.Column, prior?.Shapes.GetValueOrDefault(binned.Column.Name)))],
            [.. order.Select(row => positive[row])]);
    }
}
