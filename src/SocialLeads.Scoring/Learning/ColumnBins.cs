namespace SocialLeads.Scoring.Learning;

/// <summary>
/// Sorts the values of one column into bins, on each of which a learned shape is flat. Bin 0 is for missing values.
/// </summary>
public abstract class ColumnBins
{
    /// <summary>The bin of missing values.</summary>
    public const int Missing = 0;

    private protected ColumnBins(string column) => Column = column;

    /// <summary>The name of the column.</summary>
    public string Column { get; }

    /// <summary>How many bins there are, that of missing values included.</summary>
    public abstract int Count { get; }

    /// <summary>The bin of every row, from 0 to below <see cref="Count"/>.</summary>
    /// <exception cref="ArgumentException">The column is of another kind.</exception>
    public abstract ushort[] BinsOf(TableColumn column);

    /// <summary>The values of a bin in words, such as <c>from 2 to below 5</c> or <c>missing</c>.</summary>
    public abstract string Describe(int bin);

    private protected ArgumentException WrongKind(TableColumn column) =>
        new($"Column '{Column}' was learned as another kind than {column.GetType().Name}.", nameof(column));
}
