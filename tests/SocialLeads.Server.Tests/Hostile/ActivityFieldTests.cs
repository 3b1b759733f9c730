using Google.Protobuf.WellKnownTypes;
using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Activities with a field that may not be so: each is rejected by itself, and the field is named.</summary>
public class ActivityFieldTests(HostileServer fixture) : HostileTests(fixture)
{
    private static readonly Dictionary<string, (string Field, Action<Activity> Spoil)> _bad = new()
    {
        ["no id"] = ("id", one => one.Id = ""),
        ["an id of 201 bytes"] = ("id", one => one.Id = new string('x', 199) + "é"),
        ["an id with NUL"] = ("id", one => one.Id = "a\0b"),
        ["an id with a line break"] = ("id", one => one.Id = "a\nb"),
        ["an id with DEL"] = ("id", one => one.Id = "a\u007fb"),
        ["an id with a C1 control"] = ("id", one => one.Id = "a\u0085b"),
        ["an id of damaged UTF-8"] = ("id", one => one.Id = "a\ufffdb"),
        ["no member"] = ("member", one => one.Member = ""),
        ["a member of 201 bytes"] = ("member", one => one.Member = new string('m', 201)),
        ["a member with a control character"] = ("member", one => one.Member = "ann\u001b[31m"),
        ["no kind"] = ("kind", one => one.Kind = ""),
        ["a kind with a space"] = ("kind", one => one.Kind = "page view"),
        ["a kind of another script"] = ("kind", one => one.Kind = "пост"),
        ["a kind of 65 bytes"] = ("kind", one => one.Kind = new string('k', 65)),
        ["no time"] = ("occurred_at", one => one.OccurredAt = null),
        ["a time before the year 1"] = ("occurred_at", one => one.OccurredAt = new() { Seconds = -62_135_596_801 }),
        ["the year 9999"] = ("occurred_at", one => one.OccurredAt = new() { Seconds = 253_402_300_799 }),
        ["a time after the year 9999"] = ("occurred_at", one => one.OccurredAt = new() { Seconds = 253_402_300_800 }),
        ["the last second there is"] = ("occurred_at", one => one.OccurredAt = new() { Seconds = long.MaxValue }),
        ["the first second there is"] = ("occurred_at", one => one.OccurredAt = new() { Seconds = long.MinValue }),
        ["a day and a bit ahead"] = ("occurred_at", one => one.OccurredAt = Ahead(TimeSpan.FromHours(24.1))),
        ["negative nanos"] = ("occurred_at", one => one.OccurredAt.Nanos = -1),
        ["a whole second of nanos"] = ("occurred_at", one => one.OccurredAt.Nanos = 1_000_000_000),
        ["a group of 201 bytes"] = ("group", one => one.Group = new string('g', 201)),
        ["33 tags"] = ("tags", one => one.Tags.Add(Enumerable.Range(0, 32).Select(i => $"t{i}"))),
        ["an empty tag"] = ("tags[1]", one => one.Tags.Add("")),
        ["a tag of 101 bytes"] = ("tags[1]", one => one.Tags.Add(new string('t', 101))),
        ["a peer with a tab"] = ("peer", one => one.Peer = "a\tb"),
        ["a peer role of 101 bytes"] = ("peer_role", one => one.PeerRole = new string('r', 101)),
        ["a whole e-mail address"] = ("email_domain", one => one.EmailDomain = "ann@example.com"),
        ["an e-mail domain of 254 bytes"] = ("email_domain", one => one.EmailDomain = new string('d', 254)),
        ["a negative duration"] = ("duration", one => one.Duration = new() { Seconds = -1 }),
        ["a duration of more than 31 days"] = ("duration", one => one.Duration = new() { Seconds = 31 * 86_400, Nanos = 1 }),
        ["a duration with two signs"] = ("duration", one => one.Duration = new() { Seconds = 1, Nanos = -1 }),
        ["a value that is not a number"] = ("value", one => one.Value = double.NaN),
        ["an infinite value"] = ("value", one => one.Value = double.PositiveInfinity),
        ["a value below -1e9"] = ("value", one => one.Value = Math.BitDecrement(-1e9)),
        ["a text of 16,385 bytes"] = ("text", one => one.Text = new string('t', 16_383) + "é"),
        ["a channel of 65 bytes"] = ("channel", one => one.Channel = new string('c', 65)),
        ["17 attributes"] = ("attributes", one => one.Attributes.Add(Enumerable.Range(0, 17).ToDictionary(i => $"a{i}", _ => "x"))),
        ["an attribute with a name of capitals"] = ("attributes", one => one.Attributes.Add("Plan", "pro")),
        ["an attribute without a value"] = ("attributes[plan]", one => one.Attributes.Add("plan", "")),
    };

    public static TheoryData<string> Bad => [.. _bad.Keys];

    public static TheoryData<string> Strange =>
    [
        "🦊👩‍👩‍👧‍👦", "مرحبا بالعالم", "\u202etxet", "a/b\\c/../d", "it's \"quoted\" `so`",
        "'; DROP TABLE activities; --", " ", "a\u00a0b", "%00%0a", "<script>",
        "\u00e9", "e\u0301", "\u200b", "\ud83e\udd8a:1|2#3", "İstanbul",
    ];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Is_rejected_and_the_field_is_named(string what)
    {
        var (field, spoil) = _bad[what];
        var member = $"m-{Guid.NewGuid():N}";
        var bad = Sample.Post("bad", member);
        spoil(bad);

        var results = await Record(Sample.Post("before", member), bad, Sample.Post("after", member));

        Assert.Equal([Disposition.Accepted, Disposition.Rejected, Disposition.Accepted], results.Select(one => one.Disposition));
        var violation = Assert.Single(results[1].Violations);
        Assert.Equal(field, violation.Field);
        Assert.NotEmpty(violation.Description);
    }

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task Ids_of_any_other_characters_are_kept_as_they_are(string id)
    {
        var results = await Record(Sample.Post(id, id), Sample.Post(id, id), Sample.Post(id + "!", id));

        Assert.Equal([Disposition.Accepted, Disposition.Duplicate, Disposition.Accepted], results.Select(one => one.Disposition));
        var score = await Server.Leads.GetScoreAsync(new GetScoreRequest { Member = id, AsOf = Sample.Day }, cancellationToken: Cancel);
        Assert.Equal(id, score.Lead.Member);
        var list = await Server.Leads.ListLeadsAsync(new ListLeadsRequest { AsOf = Sample.Day, PageSize = 1000 }, cancellationToken: Cancel);
        Assert.Single(list.Leads, lead => string.Equals(lead.Member, id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fields_at_their_bounds_are_taken()
    {
        var member = new string('é', 100);
        var full = new Activity
        {
            Id = new string('i', 196) + "🦊",
            Member = member,
            Kind = new string('k', 64),
            OccurredAt = new() { Seconds = -62_135_596_800 },
            Group = new string('g', 200),
            Tags = { Enumerable.Range(0, 32).Select(i => $"{i:00}".PadRight(100, 't')) },
            Peer = new string('p', 200),
            PeerRole = new string('r', 100),
            EmailDomain = new string('d', 253),
            Duration = new() { Seconds = 31 * 86_400 },
            Value = -1e9,
            Text = "a\0b" + new string('t', 16_381),
            Channel = new string('c', 64),
            Attributes = { Enumerable.Range(0, 16).ToDictionary(i => $"{(char)('a' + i)}".PadRight(64, 'n'), _ => new string('v', 200)) },
        };

        Assert.Equal(Disposition.Accepted, Assert.Single(await Record(full)).Disposition);

        var firstDay = await Server.Leads.GetScoreAsync(new GetScoreRequest { Member = member, AsOf = "0001-01-01" }, cancellationToken: Cancel);
        Assert.Equal(member, firstDay.Lead.Member);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var results = await Record(new Activity { Value = double.NaN, Tags = { "", "" } });

        Assert.Equal(
            ["id", "kind", "member", "occurred_at", "tags[0]", "tags[1]", "value"],
            results.Single().Violations.Select(one => one.Field).Order(StringComparer.Ordinal));
    }

    private static Timestamp Ahead(TimeSpan time) => Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow() + time);
}
