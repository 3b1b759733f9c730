namespace SocialLeads.Scoring.Learning;

/// <summary>A named column of a <see cref="ColumnTable"/>, with a value for each row or nothing where it is missing.</summary>
public abstract class TableColumn
{
    private protected TableColumn(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>The name, by which a learned model finds the column again.</summary>
    public string Name { get; }

    /// <summary>How many rows it has.</summary>
    public abstract int Rows { get; }

    /// <summary>The same column with some of the rows, in the order given; a row may stand there more than once.</summary>
    public abstract TableColumn Take(IReadOnlyList<int> rows);
}
