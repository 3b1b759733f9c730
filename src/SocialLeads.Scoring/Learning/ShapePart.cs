namespace SocialLeads.Scoring.Learning;

/// <summary>The stepped shape of one column.</summary>
public sealed class ShapePart : ModelPart
{
    internal ShapePart(ColumnBins bins, double[] logOdds, int[] rows)
        : base(bins.Column, logOdds, rows) => Bins = bins;

    /// <summary>The bins, each a step.</summary>
    public ColumnBins Bins { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Describe(int cell) => [Bins.Describe(cell)];

    /// <inheritdoc/>
    public override double[] Contributions(ColumnTable table) => [.. BinsIn(table, Bins).Select(bin => LogOdds[bin])];
}
