namespace SocialLeads.Scoring.Learning;

/// <summary>A column of numbers.</summary>
public sealed class NumberColumn : TableColumn
{
    /// <summary>A column of finite numbers; NaN says that a value is missing.</summary>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public NumberColumn(string name, IReadOnlyList<double> values)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (var row = 0; row < values.Count; row++)
        {
            if (double.IsInfinity(values[row]))
                throw new ArgumentException($"Column '{name}' is infinite in row {row}.", nameof(values));
        }
        Values = values;
    }

    /// <summary>The numbers; NaN where there is none.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <inheritdoc/>
    public override int Rows => Values.Count;

    /// <inheritdoc/>
    public override TableColumn Take(IReadOnlyList<int> rows) => new NumberColumn(Name, [.. rows.Select(row => Values[row])]);
}
