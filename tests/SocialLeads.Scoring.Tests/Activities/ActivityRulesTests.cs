using System.Text;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Tests.Activities;

public class ActivityRulesTests
{
    private const long ArrivedAtMs = 1_720_000_000_000;

    private static readonly ActivityDraft _valid = new()
    {
        Id = "1",
        Member = "m",
        Kind = "page_view",
        OccurredAt = new(1_720_000_000, 0),
    };

    [Fact]
    public void A_full_draft_becomes_an_activity()
    {
        var draft = _valid with
        {
            OccurredAt = new(1_700_000_000, 123_999_999),
            Group = "g/1",
            Tags = ["b", "a", "b"],
            Peer = "pé",
            PeerRole = "employee/sales",
            EmailDomain = "Example.COM",
            Duration = new(2, 1_999_999),
            Value = 0.0625,
            Text = "line\nline \uFFFD",
            Channel = "web",
            Attributes = new Dictionary<string, string> { ["plan"] = "x", ["area"] = "y=z" },
        };
        Assert.Empty(ActivityRules.Check(draft, ArrivedAtMs, out var activity));
        Assert.NotNull(activity);
        Assert.Equal(1_700_000_000_123, activity.OccurredAtMs);
        Assert.Equal(["b", "a"], activity.Tags);
        Assert.Equal("example.com", activity.EmailDomain);
        Assert.Equal(2001, activity.DurationMs);
        Assert.Equal(62, activity.ValueThousandths); // 62.5 to the even neighbour
        Assert.Equal(["area", "plan"], activity.Attributes.Select(attribute => attribute.Key));
        Assert.Equal("line\nline \uFFFD", activity.Text);
    }

    [Fact]
    public void A_minimal_draft_becomes_an_activity()
    {
        Assert.Empty(ActivityRules.Check(_valid, ArrivedAtMs, out var activity));
        Assert.Null(activity!.DurationMs);
        Assert.Null(activity.ValueThousandths);
        Assert.Equal("", activity.Group);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_in_the_order_of_the_fields()
    {
        var draft = new ActivityDraft
        {
            Member = new string('m', 201),
            Kind = "Page View",
            Group = "a\tb",
            Tags = ["ok", "", "\uFFFD"],
            EmailDomain = "me@example.com",
            Duration = new(-1, 0),
            Value = double.NaN,
            Text = new string('x', 16_385),
            Attributes = new Dictionary<string, string> { ["Plan"] = "x", ["plan"] = "" },
        };
        var violations = ActivityRules.Check(draft, ArrivedAtMs, out var activity);
        Assert.Null(activity);
        Assert.Equal(
            [
                "id: is required",
                "member: is longer than 200 bytes of UTF-8",
                "kind: is not a lower_snake_case name ([a-z][a-z0-9_]*) of at most 64 bytes",
                "occurred_at: is required",
                "group: holds the control character U+0009",
                "tags[1]: is empty",
                "tags[2]: holds U+FFFD, the mark of damaged UTF-8",
                "email_domain: is a whole address; only the part after '@' may be sent",
                "duration: is negative",
                "value: is not a finite number from -1e9 to 1e9",
                "text: is longer than 16,384 bytes of UTF-8",
                "attributes: has a key that is not a lower_snake_case name of at most 64 bytes",
                "attributes[plan]: is empty",
            ],
            violations.Select(violation => $"{violation.Field}: {violation.Description}"));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Lengths_are_in_bytes_of_UTF8(int bytes, bool valid)
    {
        var id = new string('é', bytes / 2) + new string('x', bytes % 2);
        Assert.Equal(bytes, Encoding.UTF8.GetByteCount(id));
        Assert.Equal(valid, IsValid(_valid with { Id = id }));
    }

    [Theory]
    [InlineData("\u0000")]
    [InlineData("a\u001Fb")]
    [InlineData("\u007F")]
    [InlineData("\u0080")]
    [InlineData("\u009F")]
    [InlineData("\uFFFD")]
    public void Control_characters_and_damage_are_refused(string text)
    {
        Assert.False(IsValid(_valid with { Id = text }));
        Assert.False(IsValid(_valid with { Channel = text }));
        Assert.False(IsValid(_valid with { Tags = [text] }));
        Assert.True(IsValid(_valid with { Text = text }));
    }

    [Fact]
    public void Unpaired_surrogates_are_refused() => Assert.False(IsValid(_valid with { Id = "a\uD800" }));

    [Theory]
    [InlineData("😀 any-thing 'quoted' \"<>&%/\\ ; DROP TABLE")]
    [InlineData("\u00A0")]
    [InlineData("عربى")]
    public void Any_other_character_is_taken(string text) =>
        Assert.True(IsValid(_valid with { Id = text, Member = text, Group = text, Tags = [text], Peer = text, PeerRole = text }));

    [Theory]
    [InlineData(-62_135_596_800, 0, true)]
    [InlineData(-62_135_596_801, 999_999_999, false)]
    [InlineData(1_720_000_000 + 86_400, 0, true)]
    [InlineData(1_720_000_000 + 86_400, 999_999, true)]
    [InlineData(1_720_000_000 + 86_400, 1_000_000, false)]
    [InlineData(long.MaxValue, 0, false)]
    [InlineData(long.MinValue, 0, false)]
    [InlineData(0, 1_000_000_000, false)]
    [InlineData(0, -1, false)]
    public void Time_is_from_0001_to_a_day_ahead(long seconds, int nanos, bool valid) =>
        Assert.Equal(valid, IsValid(_valid with { OccurredAt = new(seconds, nanos) }));

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(31 * 86_400, 0, true)]
    [InlineData(31 * 86_400, 1, false)]
    [InlineData(0, -1, false)]
    [InlineData(1, -1, false)]
    [InlineData(long.MaxValue, 0, false)]
    [InlineData(1, 1_000_000_000, false)]
    public void Duration_is_from_0_to_31_days(long seconds, int nanos, bool valid) =>
        Assert.Equal(valid, IsValid(_valid with { Duration = new(seconds, nanos) }));

    [Theory]
    [InlineData(1e9, true)]
    [InlineData(-1e9, true)]
    [InlineData(1.0000001e9, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void Value_is_within_a_billion(double value, bool valid) => Assert.Equal(valid, IsValid(_valid with { Value = value }));

    [Fact]
    public void Tags_are_at_most_32_of_100_bytes()
    {
        string[] tags = [.. Enumerable.Range(0, 33).Select(i => $"{i}")];
        Assert.True(IsValid(_valid with { Tags = tags[1..] }));
        Assert.False(IsValid(_valid with { Tags = tags }));
        Assert.True(IsValid(_valid with { Tags = [new('x', 100)] }));
        Assert.False(IsValid(_valid with { Tags = [new('x', 101)] }));
    }

    [Fact]
    public void Attributes_are_at_most_16_with_different_names()
    {
        KeyValuePair<string, string>[] attributes = [.. Enumerable.Range(0, 17).Select(i => KeyValuePair.Create($"a{i}", "v"))];
        Assert.True(IsValid(_valid with { Attributes = attributes[1..] }));
        Assert.False(IsValid(_valid with { Attributes = attributes }));
        Assert.False(IsValid(_valid with { Attributes = [attributes[0], attributes[0]] }));
        Assert.False(IsValid(_valid with { Attributes = [new("a", new('x', 201))] }));
    }

    [Theory]
    [InlineData(-1, -1, 86_399_999)]
    [InlineData(0, 0, 0)]
    [InlineData(86_399_999, 0, 86_399_999)]
    [InlineData(86_400_000, 1, 0)]
    public void Days_begin_at_midnight_UTC(long unixMs, int daysSince1970, int msOfDay)
    {
        Assert.Equal(new DateOnly(1970, 1, 1).DayNumber + daysSince1970, UtcDay.OfUnixMs(unixMs));
        Assert.Equal(msOfDay, UtcDay.MsOfDay(unixMs));
    }

    [Fact]
    public void Days_reach_from_the_first_to_the_last_date()
    {
        Assert.Equal(0, UtcDay.OfUnixMs(UtcDay.MinUnixMs));
        Assert.Equal(UtcDay.Max, DateOnly.MaxValue.DayNumber);
        Assert.Equal(UtcDay.Max, UtcDay.OfUnixMs(UtcDay.MaxUnixMs));
        Assert.Equal(UtcDay.MinUnixMs, DateTimeOffset.MinValue.ToUnixTimeMilliseconds());
        Assert.Equal(UtcDay.MaxUnixMs, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void A_member_is_checked_alone_as_in_an_activity()
    {
        Assert.Null(ActivityRules.CheckMember("m"));
        Assert.Equal("is required", ActivityRules.CheckMember(""));
        Assert.Equal("is longer than 200 bytes of UTF-8", ActivityRules.CheckMember(new string('m', 201)));
    }

    private static bool IsValid(in ActivityDraft draft)
    {
        var violations = ActivityRules.Check(draft, ArrivedAtMs, out var activity);
        Assert.Equal(violations.Count == 0, activity is not null);
        return violations.Count == 0;
    }
}
