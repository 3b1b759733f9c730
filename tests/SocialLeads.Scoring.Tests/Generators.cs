using FsCheck;
using FsCheck.Fluent;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Scoring.Tests;

/// <summary>Generated activities: few different names, so that they meet, and times that collide and lie far apart.</summary>
internal static class Generators
{
    private static readonly Gen<string> _kinds = Gen.Elements(
        ActivityKinds.PageView, ActivityKinds.Visit, ActivityKinds.Post, ActivityKinds.GroupJoin, ActivityKinds.GroupLeave,
        ActivityKinds.Connection, ActivityKinds.Referral, ActivityKinds.Registration, ActivityKinds.ProfileUpdate,
        ActivityKinds.EmailChange, ActivityKinds.ContentForward);

    private static readonly Gen<int> _ms = Gen.Elements(0, 1, 43_200_000, UtcDay.Ms - 1);

    /// <summary>Days before today; the spans differ so that some members reach behind the retention and most do not.</summary>
    private static readonly Gen<int> _daysAgo = Gen.OneOf(Gen.Choose(0, 5), Gen.Choose(0, 60), Gen.Choose(0, 399), Gen.Choose(0, 2000));

    public static Gen<Activity> Activity(int maxDaysAgo = int.MaxValue) =>
        from kind in _kinds
        from daysAgo in _daysAgo
        from ms in _ms
        from groups in Names("", "a", "b", "product-x")
        from tags in Gen.SubListOf("red", "green", "blue", "off-topic")
        from peer in Names("", "p1", "p2", "p3")
        from role in Names("", "employee/sales", "customer")
        from domain in Names("", "own.example", "other.example")
        from duration in Gen.OneOf(Gen.Constant((long?)null), Gen.Choose(0, 5_000_000).Select(ms => (long?)ms))
        from value in Gen.OneOf(Gen.Constant((long?)null), Gen.Choose(-2000, 2000).Select(v => (long?)v))
        from channel in Names("", "web")
        select Build.Activity(kind, Math.Min(daysAgo, maxDaysAgo), ms) with
        {
            Group = groups,
            Tags = [.. tags],
            Peer = peer,
            PeerRole = role,
            EmailDomain = domain,
            DurationMs = duration,
            ValueThousandths = value,
            Channel = channel,
            Attributes = channel.Length == 0 ? [] : [new("plan", domain + "x")],
        };

    /// <summary>Up to 40 activities of one member.</summary>
    public static Arbitrary<Activity[]> Activities(int maxDaysAgo = int.MaxValue) =>
        Arb.From(
            from count in Gen.Choose(1, 40)
            from activities in Gen.ArrayOf(Activity(maxDaysAgo), count)
            select activities,
            Shrink);

    /// <summary>An outcome of one member; few ids, so that some are sent twice.</summary>
    public static Gen<Activity> Outcome { get; } =
        from kind in Gen.Elements(OutcomeKind.Qualified, OutcomeKind.Rejected, OutcomeKind.Won, OutcomeKind.Lost)
        from daysAgo in _daysAgo
        from id in Names("1", "2")
        from amount in Gen.OneOf(Gen.Constant((long?)null), Gen.Choose(0, 9_000_000).Select(amount => (long?)amount))
        select Build.Activity(ActivityKinds.Outcome, daysAgo) with { Id = id, Outcome = kind, ValueThousandths = amount };

    /// <summary>Up to 40 activities of one member, some of which are outcomes; sometimes all.</summary>
    public static Arbitrary<Activity[]> ActivitiesAndOutcomes() =>
        Arb.From(
            from count in Gen.Choose(1, 40)
            from activities in Gen.OneOf(Gen.ArrayOf(Gen.OneOf(Activity(), Activity(), Outcome), count), Gen.ArrayOf(Outcome, count))
            select activities,
            Shrink);

    /// <summary>Fewer activities: the halves, then all but one.</summary>
    private static IEnumerable<Activity[]> Shrink(Activity[] activities)
    {
        if (activities.Length < 2) yield break;
        yield return activities[..(activities.Length / 2)];
        yield return activities[(activities.Length / 2)..];
        for (var i = 0; i < activities.Length; i++) yield return [.. activities[..i], .. activities[(i + 1)..]];
    }

    private static Gen<string> Names(params string[] names) => Gen.Elements(names);
}
