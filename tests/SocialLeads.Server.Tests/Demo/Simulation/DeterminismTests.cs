using System.Security.Cryptography;
using Google.Protobuf;
using SocialLeads.Server.Demo;
using SocialLeads.Server.Demo.Simulation;

namespace SocialLeads.Server.Tests.Demo.Simulation;

public sealed class DeterminismTests
{
    private static readonly DemoOptions _small = new() { Members = 300, Days = 60, Seed = 7 };

    /// <summary>A change of these hashes is a change of every figure a demo shows, here and in what is written about it.</summary>
    [Theory]
    [InlineData(300, 60, 7, "e4a0d9bacd9d47b9eecb591eee92d434e8432cf6743f7822821b31988cf37919")]
    [InlineData(2_000, 90, 1, "8b4ee91935ee6e167875b0172884259054c9e01f6e53ab779ee2a0b7042e2cbc")]
    public void The_activities_of_a_seed_never_change(int members, int days, ulong seed, string expected)
    {
        Assert.Equal(expected, Hash(new DemoOptions { Members = members, Days = days, Seed = seed }));
    }

    [Fact]
    public void A_community_can_be_read_twice()
    {
        var community = new Community(_small);

        Assert.Equal(community.Activities(), community.Activities());
    }

    [Fact]
    public void Another_seed_is_another_community()
    {
        Assert.NotEqual(Hash(_small), Hash(_small with { Seed = 8 }));
        Assert.NotEqual(
            new Community(_small).Members.Select(m => m.Id), new Community(_small with { Seed = 8 }).Members.Select(m => m.Id));
    }

    [Fact]
    public void Communities_share_no_activity_id()
    {
        var ids = new Community(_small).Activities().Select(a => a.Id).ToHashSet();

        Assert.DoesNotContain(new Community(_small with { Seed = 8 }).Activities(), a => ids.Contains(a.Id));
        Assert.DoesNotContain(new Community(_small with { Days = 61 }).Activities(), a => ids.Contains(a.Id));
        Assert.DoesNotContain(new Community(_small with { Members = 301 }).Activities(), a => ids.Contains(a.Id));
    }

    private static string Hash(DemoOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var activity in new Community(options).Activities())
            hash.AppendData(activity.ToByteArray());

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
