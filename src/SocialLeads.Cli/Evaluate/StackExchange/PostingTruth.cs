namespace SocialLeads.Cli.Evaluate.StackExchange;

/// <summary>Who posts again. A member who posted before is in question like any other: posting is not something that is done once.</summary>
internal sealed class PostingTruth(DumpHistory history, int least, int within) : ITruth
{
    private static readonly IReadOnlySet<string> _nobody = new HashSet<string>();

    public int Within => within;

    public string Question => $"who posts at least {(least == 1 ? "once more" : $"{least} more times")} within the next {within} days?";

    public DayTruth After(DateOnly day) => new(
        history.Members.Where(member => member.Value.PostsWithin(day, within) >= least)
            .Select(member => member.Key).ToHashSet(StringComparer.Ordinal),
        _nobody);
}
