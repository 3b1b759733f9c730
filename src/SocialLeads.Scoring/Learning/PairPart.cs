namespace SocialLeads.Scoring.Learning;

/// <summary>
/// What two columns say together beyond what each says alone: over the rows it was learned from, it adds nothing on average
/// to any group of either column.
/// </summary>
public sealed class PairPart : ModelPart
{
    internal PairPart(PairGrid grid, double[] logOdds, int[] rows)
        : base($"{grid.First.Bins.Column} x {grid.Second.Bins.Column}", logOdds, rows) => Grid = grid;

    /// <summary>The grid whose cells the steps are.</summary>
    public PairGrid Grid { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Describe(int cell) =>
        [Grid.First.Describe(cell / Grid.Second.Count), Grid.Second.Describe(cell % Grid.Second.Count)];

    /// <inheritdoc/>
    public override double[] Contributions(ColumnTable table)
    {
        var cells = Grid.CellsOf(BinsIn(table, Grid.First.Bins), BinsIn(table, Grid.Second.Bins));
        return [.. cells.Select(cell => cell == PairGrid.None ? 0 : LogOdds[cell])];
    }
}
