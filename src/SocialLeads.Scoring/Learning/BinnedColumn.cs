namespace SocialLeads.Scoring.Learning;

/// <summary>A column with the bin of each row.</summary>
internal sealed class BinnedColumn
{
    private readonly double[]? _means;

    /// <param name="bins">The bins.</param>
    /// <param name="cells">The bin of each row, in the order of the binned table.</param>
    /// <param name="column">The column, in any order.</param>
    /// <param name="prior">The log-odds of a number before anything is learned; null for 0.</param>
    public BinnedColumn(ColumnBins bins, ushort[] cells, TableColumn column, Func<double, double>? prior = null)
    {
        Bins = bins;
        Cells = cells;
        Rows = new int[bins.Count];
        foreach (var cell in cells) Rows[cell]++;
        Prior = new double[bins.Count];
        if (bins is not NumberBins numberBins || column is not NumberColumn numbers) return;
        _means = Means(numberBins, numbers.Values, static value => value);
        if (prior is not null) Means(numberBins, numbers.Values, prior).CopyTo(Prior, ColumnBins.Missing + 1);
    }

    public ColumnBins Bins { get; }

    /// <summary>The bin of each row.</summary>
    public ushort[] Cells { get; }

    /// <summary>How many rows are in each bin.</summary>
    public int[] Rows { get; }

    /// <summary>The log-odds of each bin before anything is learned: the mean over its rows.</summary>
    public double[] Prior { get; }

    public BoostedPart ToBoost(double minGain, LearnerOptions options) => _means is { } means
        ? new BoostedNumber(Cells, Bins.Count, [means, MeanRanks()], minGain, options)
        : new BoostedCategory(Cells, Bins.Count, options);

    /// <summary>The mean rank of the rows of each bin but that of missing values, as a fraction of them.</summary>
    private double[] MeanRanks()
    {
        var ranks = new double[Rows.Length - 1];
        double before = 0, total = Rows.Skip(1).Sum();
        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] = (before + Rows[i + 1] / 2.0) / total;
            before += Rows[i + 1];
        }
        return ranks;
    }

    /// <summary>
    /// The mean over the rows of each bin but that of missing values. Summed in rising order of the values, so that rows may stand in any.
    /// </summary>
    private static double[] Means(NumberBins bins, IReadOnlyList<double> values, Func<double, double> of)
    {
        var means = new double[bins.Count - 1];
        var counts = new int[means.Length];
        foreach (var value in values.Where(value => !double.IsNaN(value)).Order())
        {
            var i = bins.BinOf(value) - 1;
            // A running mean, since a sum of the largest numbers would be infinite.
            means[i] += of(value) / ++counts[i] - means[i] / counts[i];
        }
        return means;
    }
}
