using Microsoft.Extensions.DependencyInjection;

namespace SocialLeads.Server.Tests.Clusters;

/// <summary>What Orleans asks of its membership table, of the queries that the server gives it.</summary>
public sealed class MembershipTests(ClusterDatabase database) : IClassFixture<ClusterDatabase>
{
    private static readonly DateTime _at = new(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_row_is_added_or_changed_only_by_who_saw_the_newest_version()
    {
        await using var node = await database.StartNodeAsync("membership_rows");
        var table = node.Services.GetRequiredService<IMembershipTable>();
        // The node itself changes its cluster's table; this one is another row of it.
        var entry = Entry(7000);
        var seen = await table.ReadAll();

        Assert.True(await table.InsertRow(entry, seen.Version.Next()));
        Assert.False(await table.InsertRow(Entry(7001), seen.Version.Next()));
        var added = await table.ReadAll();
        Assert.False(await table.InsertRow(entry, added.Version.Next()));
        Assert.Equal(seen.Version.Version + 1, added.Version.Version);
        Assert.Equal(2, added.Members.Count);

        entry.Status = SiloStatus.Dead;
        entry.SuspectTimes = [Tuple.Create(added.Members[0].Item1.SiloAddress, _at)];
        Assert.False(await table.UpdateRow(entry, "", seen.Version.Next()));
        Assert.False(await table.UpdateRow(Entry(7002), "", added.Version.Next()));
        Assert.True(await table.UpdateRow(entry, EtagOf(entry, added), added.Version.Next()));
        var row = await table.ReadRow(entry.SiloAddress);
        var changed = Assert.Single(row.Members).Item1;
        Assert.Equal(added.Version.Version + 1, row.Version.Version);
        Assert.Equal(SiloStatus.Dead, changed.Status);
        Assert.Equal(_at, changed.StartTime);
        Assert.Equal("host", changed.HostName);
        Assert.Equal(30_000, changed.ProxyPort);
        Assert.Equal(_at, Assert.Single(changed.SuspectTimes).Item2);
        Assert.Empty((await table.ReadRow(Entry(7003).SiloAddress)).Members);
    }

    [Fact]
    public async Task Silos_that_ended_are_cleared_away_and_the_living_stay()
    {
        await using var node = await database.StartNodeAsync("membership_cleaning");
        var table = node.Services.GetRequiredService<IMembershipTable>();
        var dead = Entry(7000);
        Assert.True(await table.InsertRow(dead, (await table.ReadAll()).Version.Next()));
        dead.Status = SiloStatus.Dead;
        var living = await table.ReadAll();
        Assert.True(await table.UpdateRow(dead, EtagOf(dead, living), living.Version.Next()));
        dead.IAmAliveTime = _at.AddMinutes(1);
        await table.UpdateIAmAlive(dead);

        await table.CleanupDefunctSiloEntries(_at.AddMinutes(1));
        Assert.Equal(2, (await table.ReadAll()).Members.Count);
        await table.CleanupDefunctSiloEntries(_at.AddMinutes(2));
        Assert.Single((await table.ReadAll()).Members);
        await table.CleanupDefunctSiloEntries(DateTimeOffset.MaxValue);
        Assert.Equal(SiloStatus.Active, Assert.Single((await table.ReadAll()).Members).Item1.Status);
    }

    private static string EtagOf(MembershipEntry entry, MembershipTableData read) =>
        read.Members.Single(row => row.Item1.SiloAddress.Equals(entry.SiloAddress)).Item2;

    private static MembershipEntry Entry(int port) => new()
    {
        SiloAddress = SiloAddress.New(System.Net.IPAddress.Loopback, port, 1),
        SiloName = "silo",
        HostName = "host",
        Status = SiloStatus.Created,
        ProxyPort = 30_000,
        StartTime = _at,
        IAmAliveTime = _at,
    };
}
