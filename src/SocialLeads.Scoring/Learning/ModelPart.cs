namespace SocialLeads.Scoring.Learning;

/// <summary>One readable part of a learned model: what it adds to the log-odds, cell by cell.</summary>
public abstract class ModelPart
{
    private readonly double[] _logOdds;
    private readonly int[] _rows;

    private protected ModelPart(string name, double[] logOdds, int[] rows)
    {
        Name = name;
        _logOdds = logOdds;
        _rows = rows;
        Importance = Math.Max(1, rows.Sum()) is var total
            ? Enumerable.Range(0, rows.Length).Sum(cell => rows[cell] * Math.Abs(logOdds[cell])) / total
            : 0;
    }

    /// <summary>The name of its column, or of both with <c> x </c> between them.</summary>
    public string Name { get; }

    /// <summary>What each cell adds, in natural log-odds. Over the rows it was learned from, the mean is 0.</summary>
    public IReadOnlyList<double> LogOdds => _logOdds;

    /// <summary>How many rows it was learned from fell in each cell.</summary>
    public IReadOnlyList<int> Rows => _rows;

    /// <summary>The mean of what it adds or takes, without sign, over the rows it was learned from, in log-odds.</summary>
    public double Importance { get; }

    /// <summary>The values of a cell in words, one for each column.</summary>
    public abstract IReadOnlyList<string> Describe(int cell);

    /// <summary>What it adds to each row of a table, in log-odds.</summary>
    /// <exception cref="ArgumentException">A column is not there, or of another kind.</exception>
    public abstract double[] Contributions(ColumnTable table);

    private protected static ushort[] BinsIn(ColumnTable table, ColumnBins bins)
    {
        ArgumentNullException.ThrowIfNull(table);
        return bins.BinsOf(table.Find(bins.Column)
            ?? throw new ArgumentException($"There is no column '{bins.Column}'.", nameof(table)));
    }
}
