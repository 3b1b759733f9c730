namespace SocialLeads.Scoring.Learning;

/// <summary>A column with the bin of each row.</summary>
internal sealed class BinnedColumn
{
    public BinnedColumn(ColumnBins bins, ushort[] cells)
    {
        Bins = bins;
        Cells = cells;
        Rows = new int[bins.Count];
        foreach (var cell in cells) Rows[cell]++;
    }

    public ColumnBins Bins { get; }

    /// <summary>The bin of each row.</summary>
    public ushort[] Cells { get; }

    /// <summary>How many rows are in each bin.</summary>
    public int[] Rows { get; }

    public BoostedPart ToBoost(LearnerOptions options) => Bins is NumberBins
        ? new BoostedNumber(Cells, Bins.Count, Places(), options)
        : new BoostedCategory(Cells, Bins.Count, options);

    /// <summary>The mean rank of the rows of each bin but that of missing values, as a fraction of them.</summary>
    private double[] Places()
    {
        var places = new double[Rows.Length - 1];
        double before = 0, total = Rows.Skip(1).Sum();
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (before + Rows[i + 1] / 2.0) / total;
            before += Rows[i + 1];
        }
        return places;
    }
}
