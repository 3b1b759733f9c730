using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Faults.Traffic;

/// <summary>Makes activities of all behaviours that the corporate community's model scores, some of them years old.</summary>
internal sealed class ActivityMaker(Random random)
{
    /// <summary>The newest day that anything happens on. A fixed day, so that a seed always means the same activities.</summary>
    public static readonly DateOnly NewestDay = new(2025, 6, 30);

    /// <summary><see cref="NewestDay"/> as requests name it.</summary>
    public const string NewestDayText = "2025-06-30";

    /// <summary>The days that scores are compared as of: the newest, one within most half-lives, one in the middle of the history.</summary>
    public static readonly ImmutableArray<DateOnly> ComparedDays = [NewestDay, NewestDay.AddDays(-9), NewestDay.AddDays(-75)];

    private const int Members = 240;

    private static readonly string[] _kinds =
    [
        ActivityKinds.PageView, ActivityKinds.PageView, ActivityKinds.PageView, ActivityKinds.Visit, ActivityKinds.Visit,
        ActivityKinds.Post, ActivityKinds.Question, ActivityKinds.Answer, ActivityKinds.Comment, ActivityKinds.GroupJoin,
        ActivityKinds.GroupLeave, ActivityKinds.Connection, ActivityKinds.Referral, ActivityKinds.Registration,
        ActivityKinds.ProfileUpdate, ActivityKinds.ContentForward, ActivityKinds.Badge, "company_own_kind",
    ];

    private static readonly string[] _tags = ["pricing", "product", "product/router", "off-topic", "api", "größe"];
    private static readonly string[] _groups = ["integrations", "product/users", "off-topic", "newcomers"];
    private static readonly string[] _roles = ["employee/product-management", "employee/sales", "employee/legal", "customer"];
    private static readonly string[] _domains = ["example.com", "example.org", "mail.example"];

    public Activity Make(string id)
    {
        var kind = Pick(_kinds);
        // Squares crowd the low numbers: a few members do most, and most of what is done is recent.
        var daysBefore = (int)(Square() * 450);
        return new Activity
        {
            Id = id,
            Member = MemberName((int)(Square() * Members)),
            Kind = kind,
            OccurredAtMs = UtcDay.ToUnixMs(NewestDay.DayNumber - daysBefore) + random.Next(UtcDay.Ms),
            Group = random.Next(3) > 0 ? Pick(_groups) : "",
            Tags = [.. _tags.Where(_ => random.Next(4) == 0)],
            Peer = kind is ActivityKinds.Connection or ActivityKinds.Answer or ActivityKinds.Comment ? AnyMember(random) : "",
            PeerRole = kind == ActivityKinds.Connection ? Pick(_roles) : "",
            EmailDomain = kind is ActivityKinds.Referral or ActivityKinds.Registration ? Pick(_domains) : "",
            DurationMs = kind is ActivityKinds.PageView or ActivityKinds.Visit ? random.Next(3_600_000) : null,
            ValueThousandths = kind is ActivityKinds.ProfileUpdate ? random.Next(1_001) : null,
            Text = random.Next(10) == 0 ? "Looking for a solution.\nAny suggestions?" : "",
            Channel = "web",
        };
    }

    /// <summary>An outcome, sometimes of a member of whom nothing else is ever sent.</summary>
    public Activity MakeOutcome(string id)
    {
        var draft = new OutcomeDraft
        {
            Id = id,
            Member = MemberName((int)(Square() * (Members + 20))),
            Kind = (OutcomeKind)random.Next(1, 5),
            OccurredAt = new SecondsAndNanos(UtcDay.ToUnixMs(NewestDay.DayNumber - (int)(Square() * 450)) / 1000 + random.Next(86_400), 0),
            Amount = random.Next(2) == 0 ? random.Next(5_000) / 4.0 : null,
        };
        return OutcomeRules.Check(draft, UtcDay.ToUnixMs(NewestDay.DayNumber + 1), out var outcome) is []
            ? outcome!
            : throw new InvalidOperationException("The outcome is malformed.");
    }

    public static string AnyMember(Random random) => MemberName(random.Next(Members));

    private static string MemberName(int number) => number % 10 == 3 ? $"mäx/{number}" : $"member-{number}";

    private double Square()
    {
        var uniform = random.NextDouble();
        return uniform * uniform;
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
