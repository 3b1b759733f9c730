namespace SocialLeads.Scoring.Learning;

/// <summary>A column of words of which no one is more than another: a country, a weekday, yes or no.</summary>
public sealed class CategoryColumn : TableColumn
{
    /// <summary>A column of levels, compared by ordinal; null says that a value is missing.</summary>
    public CategoryColumn(string name, IReadOnlyList<string?> values)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
    }

    /// <summary>The level of each row; null where there is none.</summary>
    public IReadOnlyList<string?> Values { get; }

    /// <inheritdoc/>
    public override int Rows => Values.Count;

    /// <inheritdoc/>
    public override TableColumn Take(IReadOnlyList<int> rows) => new CategoryColumn(Name, [.. rows.Select(row => Values[row])]);
}
