using System.Globalization;

namespace SocialLeads.Scoring.Learning;

/// <summary>Bins of a column of numbers: bin 1 lies below the first cut, and each cut begins the next bin.</summary>
public sealed class NumberBins : ColumnBins
{
    private readonly double[] _cuts;

    /// <summary>Bins of a column.</summary>
    /// <param name="column">The name of the column.</param>
    /// <param name="cuts">Finite, strictly rising; none makes a single bin.</param>
    public NumberBins(string column, IReadOnlyList<double> cuts)
        : base(column)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        _cuts = [.. cuts];
        for (var i = 0; i < _cuts.Length; i++)
        {
            if (!double.IsFinite(_cuts[i]) || i > 0 && !(_cuts[i - 1] < _cuts[i]))
                throw new ArgumentException($"The cuts of '{column}' do not rise at {i}.", nameof(cuts));
        }
    }

    /// <summary>Where bins begin, rising.</summary>
    public IReadOnlyList<double> Cuts => _cuts;

    /// <inheritdoc/>
    public override int Count => _cuts.Length + 2;

    /// <summary>The bin of a number; NaN is missing.</summary>
    public int BinOf(double value)
    {
        if (double.IsNaN(value)) return Missing;
        var at = Array.BinarySearch(_cuts, value);
        return at >= 0 ? at + 2 : ~at + 1;
    }

    /// <inheritdoc/>
    public override ushort[] BinsOf(TableColumn column) => column is NumberColumn numbers
        ? [.. numbers.Values.Select(value => (ushort)BinOf(value))]
        : throw WrongKind(column);

    /// <inheritdoc/>
    public override string Describe(int bin) => bin == Missing ? "missing" : DescribeRange(bin, bin);

    /// <summary>All values from one bin to another in words; neither is that of missing values.</summary>
    public string DescribeRange(int first, int last)
    {
        if (first == 1) return last == Count - 1 ? "any" : $"below {Text(_cuts[last - 1])}";
        var from = $"from {Text(_cuts[first - 2])}";
        return last == Count - 1 ? from : $"{from} to below {Text(_cuts[last - 1])}";
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
