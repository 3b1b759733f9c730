using SocialLeads.Cli.Outcomes;

namespace SocialLeads.Cli.Evaluate;

/// <summary>
/// Who had the first positive outcome within some days after a day. Who had one before, or on the day, is no longer in question:
/// what was done to close the deal is in that member's score.
/// </summary>
internal sealed class OutcomeTruth : ITruth
{
    private readonly Dictionary<string, DateOnly> _first;
    private readonly IReadOnlyList<string> _positive;

    public OutcomeTruth(IReadOnlyList<OutcomeRow> outcomes, IReadOnlyList<string> positive, int within)
    {
        _positive = positive;
        _first = outcomes.Where(row => positive.Contains(row.Outcome))
            .GroupBy(row => row.Member, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Min(row => row.Day), StringComparer.Ordinal);
        Within = within;
    }

    public int Within { get; }

    public string Question => $"who is {string.Join(" or ", _positive)} within the next {Within} days?";

    public DayTruth After(DateOnly day) => new(
        Members(first => first > day && first.DayNumber <= day.DayNumber + Within), Members(first => first <= day));

    private HashSet<string> Members(Func<DateOnly, bool> when) =>
        _first.Where(pair => when(pair.Value)).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
}
