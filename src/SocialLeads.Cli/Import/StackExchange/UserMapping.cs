using Google.Protobuf.WellKnownTypes;

namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>
/// Users.xml: a registration, the last visit, and the profile as the dump shows it. The profile is dated at the last visit,
/// the latest time it can have been edited: dated earlier, a score as of an earlier day would know what was perhaps not
/// there yet. The name shown, reputation and view counts are not sent: the first is personal, the others are sums of what
/// the other tables tell one by one.
/// </summary>
internal sealed class UserMapping(Community community) : ITableMapping
{
    // What a member may leave empty, and every edition of the dumps has.
    private static readonly string[] _profileFields = ["AboutMe", "Location", "WebsiteUrl"];

    public IEnumerable<Outcome> Map(Row row)
    {
        if (row.Int("Id") is not { } user)
            return [Outcome.Skip("without a readable Id")];
        if (user <= 0)
            return [Outcome.Skip("the community user (-1) is not a member")];

        community.Members.Add(user);
        return [Registration(row, user), Visit(row, user), Profile(row, user)];
    }

    private static Outcome Registration(Row row, int user) => row.Time("CreationDate") is { } at
        ? Outcome.Of(Community.NewActivity($"se:user:{user}", user, "registration", at))
        : Outcome.Skip("no registration: without a readable CreationDate");

    // The time is part of the id: a later dump of the same site shows another visit, not the same one again.
    private static Outcome Visit(Row row, int user) => row.Time("LastAccessDate") is { } at
        ? Outcome.Of(Community.NewActivity($"se:visit:{user}:{Stamp(at)}", user, "visit", at))
        : Outcome.Skip("no visit: without a readable LastAccessDate");

    private static Outcome Profile(Row row, int user)
    {
        if ((row.Time("LastAccessDate") ?? row.Time("CreationDate")) is not { } at)
            return Outcome.Skip("no profile_update: without a readable time");
        var filled = _profileFields.Count(row.Has);
        if (filled == 0)
            return Outcome.Skip("no profile_update: nothing is filled in");

        var activity = Community.NewActivity($"se:profile:{user}:{Stamp(at)}", user, "profile_update", at);
        activity.Value = Math.Round((double)filled / _profileFields.Length, 3);
        return Outcome.Of(activity);
    }

    private static long Stamp(Timestamp at) => at.ToDateTimeOffset().ToUnixTimeMilliseconds();
}
