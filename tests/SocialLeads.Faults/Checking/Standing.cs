namespace SocialLeads.Faults.Checking;

/// <summary>The leads of every compared day: by day, by member, as <see cref="LeadText"/>; and all outcomes, as text, in ordinal order.</summary>
internal sealed class Standing(IReadOnlyDictionary<DateOnly, Dictionary<string, string>> days, IReadOnlyList<string> outcomes)
{
    private IReadOnlyList<string> Outcomes { get; } = outcomes;

    private IReadOnlyDictionary<DateOnly, Dictionary<string, string>> Days { get; } = days;

    /// <summary>How many leads the newest day has.</summary>
    public int Count => Days[Days.Keys.Max()].Count;

    /// <summary>The first member, by day and id, of whom the two tell differently; null when there is none.</summary>
    public static string? FirstDifference(Standing expected, Standing served)
    {
        foreach (var (day, leads) in expected.Days.OrderBy(pair => pair.Key))
        {
            var others = served.Days[day];
            foreach (var member in leads.Keys.Union(others.Keys).Order(StringComparer.Ordinal))
            {
                var (ours, theirs) = (leads.GetValueOrDefault(member), others.GetValueOrDefault(member));
                if (ours == theirs) continue;
                var wrong = leads.Keys.Union(others.Keys).Count(one => leads.GetValueOrDefault(one) != others.GetValueOrDefault(one));
                return $"""
                    {wrong} of {leads.Count} members differ as of {day:yyyy-MM-dd}; the first is '{member}'.
                    expected: {ours ?? "no lead"}
                    served:   {theirs ?? "no lead"}
                    """;
            }
        }

        if (!expected.Outcomes.SequenceEqual(served.Outcomes))
        {
            return $"""
                {expected.Outcomes.Count} outcomes are expected and {served.Outcomes.Count} are served.
                missing:    {expected.Outcomes.Except(served.Outcomes).FirstOrDefault() ?? "none"}
                unexpected: {served.Outcomes.Except(expected.Outcomes).FirstOrDefault() ?? "none"}
                """;
        }

        return null;
    }
}
