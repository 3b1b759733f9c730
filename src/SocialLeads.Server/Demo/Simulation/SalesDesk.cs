namespace SocialLeads.Server.Demo.Simulation;

/// <summary>
/// The people who work the leads. Once a week they call some of the first on the list, and some whom nobody would have called: of those
/// alone who stood high nothing could be learned about who stands too low. They are not always right.
/// </summary>
internal sealed class SalesDesk
{
    private const int FirstDay = 14;
    private const int DaysBetween = 7;

    /// <summary>Calls a week, in thousandths of the members.</summary>
    private const int CallsFromHead = 14;
    private const int CallsAtRandom = 14;

    /// <summary>In thousandths: how often somebody in earnest is taken for such, and how often somebody else is.</summary>
    private const int KnowsEarnest = 900;
    private const int MistakesOther = 30;

    private readonly Dictionary<string, SimulatedMember> _members;
    private readonly string[] _order;
    private readonly HashSet<string> _judged = new(StringComparer.Ordinal);
    private readonly SeededRandom _random;
    private readonly int _days;

    public SalesDesk(Community community, DemoOptions options)
    {
        _members = community.Members.ToDictionary(member => member.Id, StringComparer.Ordinal);
        _days = options.Days;
        // A stream of its own: what the desk does shifts nothing that the members do.
        _random = SeededRandom.Of(options.Seed, stream: ulong.MaxValue);
        _order = [.. community.Members.Select(member => member.Id)];
        _random.Shuffle(_order);
    }

    /// <summary>The days on which the desk looks at the list, counted from the first, which is 0. It calls on the day after.</summary>
    public IEnumerable<int> Days => Enumerable.Range(0, _days).Where(day => day >= FirstDay && (day - FirstDay) % DaysBetween == 0 && day + 1 < _days);

    /// <summary>Everybody who was called so far.</summary>
    public IReadOnlySet<string> Judged => _judged;

    /// <summary>Calls and judges, each member once and for all.</summary>
    /// <param name="day">The day of the list.</param>
    /// <param name="head">The first of the list.</param>
    public IReadOnlyList<(string Member, bool IsPositive)> Judge(int day, IReadOnlyList<string> head)
    {
        string[] first = [.. head.Where(IsOpen)];
        _random.Shuffle(first);
        var judgements = new List<(string, bool)>();
        foreach (var member in first.Take(Calls(CallsFromHead)).Concat(_order.Where(WasThere).Except(first).Take(Calls(CallsAtRandom))))
        {
            _judged.Add(member);
            judgements.Add((member, _random.Chance(IsInEarnest(_members[member], day) ? KnowsEarnest : MistakesOther)));
        }

        return judgements;

        bool WasThere(string member) => IsOpen(member) && _members[member].JoinDay < day;
    }

    private int Calls(int thousandths) => Math.Max(1, _members.Count * thousandths / 1000);

    private bool IsOpen(string member) => _members.ContainsKey(member) && !_judged.Contains(member);

    private static bool IsInEarnest(SimulatedMember member, int day) =>
        member.Intent is Intent.Shopper or Intent.Lapsed && member.Interest?.On(day) > 0;
}
