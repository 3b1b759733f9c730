namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>
/// Badges.xml: a badge with its name and class. A badge for a tag counts by that tag as well. Badges may be given in the
/// thousands at once, by rules the site changes: they show standing, and little of the day they are dated.
/// </summary>
internal sealed class BadgeMapping(Community community) : ITableMapping
{
    public IEnumerable<Outcome> Map(Row row) => [MapBadge(row)];

    private Outcome MapBadge(Row row)
    {
        if (row.Long("Id") is not { } id)
            return Outcome.Skip("without a readable Id");
        if (row.Time("Date") is not { } at)
            return Outcome.Skip("without a readable Date");
        if (row.Text("Name") is not { Length: > 0 } name)
            return Outcome.Skip("without a Name");
        var user = row.Int("UserId");
        if (community.WhyNoMember(user) is { } why)
            return Outcome.Skip($"of {why}");

        var activity = Community.NewActivity($"se:badge:{id}", user!.Value, "badge", at);
        activity.Attributes["badge"] = name;
        if (ClassName(row.Int("Class")) is { } badgeClass)
            activity.Attributes["badge_class"] = badgeClass;
        if (string.Equals(row.Text("TagBased"), "true", StringComparison.OrdinalIgnoreCase))
            activity.Tags.Add(name);
        return Outcome.Of(activity);
    }

    private static string? ClassName(int? badgeClass) => badgeClass switch
    {
        1 => "gold",
        2 => "silver",
        3 => "bronze",
        _ => null,
    };
}
