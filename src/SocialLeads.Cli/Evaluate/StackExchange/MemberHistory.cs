namespace SocialLeads.Cli.Evaluate.StackExchange;

/// <summary>What a member did by its own hand, in days (<see cref="DateOnly.DayNumber"/>), in order.</summary>
/// <param name="Posts">The days of its questions and answers, one for each.</param>
/// <param name="Acts">The days of these, its comments and its registration.</param>
internal sealed record MemberHistory(IReadOnlyList<int> Posts, IReadOnlyList<int> Acts)
{
    /// <summary>Whether the member was there at the end of a day.</summary>
    public bool IsThere(DateOnly day) => Acts.Count > 0 && Acts[0] <= day.DayNumber;

    public int PostsUntil(DateOnly day) => Posts.Count(post => post <= day.DayNumber);

    public int PostsWithin(DateOnly day, int days) =>
        Posts.Count(post => post > day.DayNumber && post <= day.DayNumber + days);

    /// <summary>Days since the last act, from 0; of a member who is there.</summary>
    public int DaysSinceLast(DateOnly day) => day.DayNumber - Acts.Last(act => act <= day.DayNumber);
}
