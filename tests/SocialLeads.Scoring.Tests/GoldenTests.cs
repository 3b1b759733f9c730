using System.Security.Cryptography;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests;

/// <summary>
/// The packed form is in stores and the points are in people's heads: neither changes by accident. Whoever changes the form
/// gives it a new version number and keeps reading this one.
/// </summary>
public class GoldenTests
{
    private static readonly Activity[] _activities =
    [
        Build.Activity("registration", 500) with { EmailDomain = "own.example", ValueThousandths = 250 },
        Build.Activity("profile_update", 2, ms: 0) with { EmailDomain = "own.example", ValueThousandths = -1 },
        Build.Activity("profile_update", 2, ms: 1) with { ValueThousandths = 800 },
        Build.Activity("page_view", 0) with { Tags = ["pricing", "cloud"], DurationMs = 90_000, Channel = "web" },
        Build.Activity("page_view", 45) with { Tags = ["cloud"], DurationMs = 300 },
        Build.Activity("connection", 3) with { Peer = "p1", PeerRole = "employee/sales" },
        Build.Activity("connection", 100) with { Peer = "p1", PeerRole = "employee/sales" },
        Build.Activity("connection", 3) with { Peer = "p2" },
        Build.Activity("group_join", 30) with { Group = "product-x" },
        Build.Activity("referral", 1) with { EmailDomain = "own.example", Attributes = [new("campaign", "spring")] },
        Build.Activity("visit", 1) with { DurationMs = 400_000 },
    ];

    [Fact]
    public void The_portable_form_of_a_small_member_is_frozen()
    {
        var symbols = new SymbolTable();
        var features = new FeatureFold(symbols).Fold([], _activities.AsSpan(0, 2));
        var portable = PortableFeatures.Export(features, symbols);
        Assert.Equal(
            [
                "profile_update/0/0/", "profile_update/0/2/", "profile_update/0/4/", "profile_update/4/0/own.example",
                "registration/0/0/", "registration/0/1/", "registration/0/4/", "registration/4/0/own.example",
            ],
            Enumerable.Range(0, 8).Select(id => SymbolTable.Encode(portable.Symbols[id])));
        // Version, no bound passed, 2024-06-29, 498 days after the first; then a head and its cell for each series.
        Assert.Equal(
            "0200F98D2DF203" + "0401020401020601030105010101" + "0400020400F403" + "0600E90781E4AE8B97C10E05000181E4AE8B97C10E",
            Convert.ToHexString(portable.Packed.Span));
    }

    [Fact]
    public void The_portable_form_of_a_member_is_frozen()
    {
        var symbols = new SymbolTable();
        var features = new FeatureFold(symbols).Fold([], _activities);
        var hash = SHA256.HashData(PortableFeatures.Export(features, symbols).Bytes.Span);
        Assert.Equal("F14D58C60C52490EED2945514814054F5A524F5213690DAEC7CC982E609152FD", Convert.ToHexString(hash));
    }

    [Fact]
    public void The_points_of_a_member_are_frozen()
    {
        var explanation = Build.Explain(Build.Pack, _activities)!;
        Assert.Equal("48.202 49.09395466544135", FormattableString.Invariant($"{explanation.Points} {explanation.Score:R}"));
        Assert.Equal(
            [
                "referrals own 0.9885140203405172 15.9",
                "connections_by_role employee/sales 0.9771599683444947 7.64",
                "profile_completeness  0.8 6.4",
                "groups_joined product-x 0.8908987180329859 5.345",
                "last_visit_time  390.8639873377979 3.945",
                "tag_interest pricing 1 3.735",
                "visits_per_month  1 2.34",
                "connections  1.9543199366889894 1.967",
                "connections_by_role  0.9771599683444947 0.509",
                "tag_interest cloud 1.353553390596062 0.421",
            ],
            explanation.Contributions.Select(c => $"{c.Signal} {Build.Line(c)}"));
    }

    [Fact]
    public void The_weights_of_a_half_life_are_frozen()
    {
        var weights = new AgeWeights(new(Scoring.Models.LookbackKind.HalfLife, 30));
        Assert.Equal(1L << 32, weights[0]);
        Assert.Equal(4_196_870_107, weights[1]);
        Assert.Equal(1L << 31, weights[30]);
        Assert.Equal(416_128, weights[400]);
        Assert.Equal(0, weights[401]);
    }
}
