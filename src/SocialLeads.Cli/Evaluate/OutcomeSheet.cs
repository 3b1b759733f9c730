using System.Globalization;

namespace SocialLeads.Cli.Evaluate;

/// <summary>Checks outcomes one by one, and says on which line one is wrong.</summary>
/// <param name="name">The file as people know it.</param>
/// <param name="today">The last day an outcome can have.</param>
internal sealed class OutcomeSheet(string name, DateOnly today)
{
    /// <summary>The most outcomes of a file: they are held in memory.</summary>
    public const int MaxRows = 2_000_000;

    /// <summary>The outcomes there are.</summary>
    public static readonly IReadOnlyList<string> Known = ["qualified", "rejected", "won", "lost"];

    /// <summary>The columns, or fields, there must be; an amount may be there and is not looked at.</summary>
    public static readonly IReadOnlyList<string> Required = ["member", "day", "outcome"];

    public const string Amount = "amount";

    private readonly List<OutcomeRow> _rows = [];

    public IReadOnlyList<OutcomeRow> Rows => _rows;

    /// <exception cref="CliException">A field is missing or wrong.</exception>
    public void Add(long line, string? member, string? day, string? outcome)
    {
        if (string.IsNullOrEmpty(member))
            throw Wrong(line, "the member is empty");
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            throw Wrong(line, $"'{day}' is not a day written YYYY-MM-DD");
        if (parsed > today)
            throw Wrong(line, $"the day {day} is in the future");
        if (outcome is null || !Known.Contains(outcome))
            throw Wrong(line, $"'{outcome}' is no outcome; there are {string.Join(", ", Known)}");
        if (_rows.Count == MaxRows)
            throw Wrong(line, $"more than {MaxRows:N0} outcomes");
        _rows.Add(new(member, parsed, outcome));
    }

    public CliException Wrong(long line, string what, Exception? inner = null) =>
        new(ExitCode.Usage, $"{name}: line {line.ToString(CultureInfo.InvariantCulture)}: {what}", inner);
}
