using System.Globalization;
using System.Text;

namespace SocialLeads.Cli.Outcomes;

/// <summary>Checks outcomes one by one, and says on which line one is wrong.</summary>
/// <param name="name">The file as people know it.</param>
/// <param name="today">The last day an outcome can have.</param>
internal sealed class OutcomeSheet(string name, DateOnly today)
{
    /// <summary>The most outcomes of a file: they are held in memory.</summary>
    public const int MaxRows = 2_000_000;

    /// <summary>The columns, or fields, there must be.</summary>
    public static readonly IReadOnlyList<string> Required = ["member", "day", "outcome"];

    /// <summary>Those that may be there, too.</summary>
    public static readonly IReadOnlyList<string> Optional = ["amount", "id"];

    private const double MaxAmount = 1e9;
    private const int MaxMemberBytes = 200;

    private readonly List<OutcomeRow> _rows = [];
    private readonly Dictionary<(string, DateOnly, string), int> _alike = [];

    public IReadOnlyList<OutcomeRow> Rows => _rows;

    public static bool IsField(string name) => Required.Contains(name) || Optional.Contains(name);

    /// <param name="line">The line, from 1.</param>
    /// <param name="field">The text of a field; null when it is not there.</param>
    /// <exception cref="CliException">A field is missing or wrong.</exception>
    public void Add(long line, Func<string, string?> field)
    {
        var (member, day, outcome) = (field("member"), field("day"), field("outcome"));
        if (string.IsNullOrEmpty(member))
            throw Wrong(line, "the member is empty");
        if (Encoding.UTF8.GetByteCount(member) > MaxMemberBytes)
            throw Wrong(line, $"the member has more than {MaxMemberBytes} bytes");
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
            throw Wrong(line, $"'{day}' is not a day written YYYY-MM-DD");
        if (parsed > today)
            throw Wrong(line, $"the day {day} is in the future");
        if (outcome is null || !OutcomeWords.All.Contains(outcome))
            throw Wrong(line, $"'{outcome}' is no outcome; there are {string.Join(", ", OutcomeWords.All)}");
        if (_rows.Count == MaxRows)
            throw Wrong(line, $"more than {MaxRows:N0} outcomes");
        var number = _alike[(member, parsed, outcome)] = _alike.GetValueOrDefault((member, parsed, outcome)) + 1;
        _rows.Add(new(member, parsed, outcome)
        {
            Id = field("id") is { Length: > 0 } id ? id : OutcomeRow.IdOf(parsed, outcome, number),
            Amount = AmountOf(line, field("amount")),
            Line = line,
        });
    }

    public CliException Wrong(long line, string what, Exception? inner = null) =>
        new(ExitCode.Usage, $"{name}: line {line.ToString(CultureInfo.InvariantCulture)}: {what}", inner);

    private double? AmountOf(long line, string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && amount is >= 0 and <= MaxAmount
            ? amount
            : throw Wrong(line, $"the amount '{text}' is not a number from 0 to 1e9");
    }
}
