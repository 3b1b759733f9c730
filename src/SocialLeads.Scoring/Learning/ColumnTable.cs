namespace SocialLeads.Scoring.Learning;

/// <summary>Columns of the same length with distinct names: what a model is learned from, and what it is asked about.</summary>
public sealed class ColumnTable
{
    /// <summary>The most columns a table has.</summary>
    public const int MaxColumns = 1000;

    private readonly Dictionary<string, TableColumn> _byName;

    /// <summary>A table of some columns.</summary>
    /// <exception cref="ArgumentException">No column, too many, two of one name, or columns of different length.</exception>
    public ColumnTable(IReadOnlyList<TableColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count is 0 or > MaxColumns)
            throw new ArgumentException($"A table has from 1 to {MaxColumns} columns, not {columns.Count}.", nameof(columns));
        _byName = new(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (!_byName.TryAdd(column.Name, column))
                throw new ArgumentException($"There are two columns '{column.Name}'.", nameof(columns));
            if (column.Rows != columns[0].Rows)
            {
                throw new ArgumentException(
                    $"Column '{column.Name}' has {column.Rows} rows and '{columns[0].Name}' has {columns[0].Rows}.", nameof(columns));
            }
        }
        Columns = columns;
    }

    /// <summary>The columns, in the order given.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>How many rows each column has.</summary>
    public int Rows => Columns[0].Rows;

    /// <summary>The column of a name; null when there is none.</summary>
    public TableColumn? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>A table of some of the rows, in the order given.</summary>
    public ColumnTable Take(IReadOnlyList<int> rows) => new([.. Columns.Select(column => column.Take(rows))]);
}
