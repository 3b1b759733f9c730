using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace SocialLeads.Server.Tests.Clusters;

/// <summary>What Orleans asks of its grain storage and its reminders, of the queries that the server gives it.</summary>
public sealed class OrleansStateTests(ClusterDatabase database) : IClassFixture<ClusterDatabase>
{
    private const string Type = "note";
    private static readonly DateTime _at = new(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("note/words")]
    [InlineData("note/5")]
    [InlineData("note/0b8a1d0e6d0a4e5f9b1c2d3e4f5a6b7c+more")]
    public async Task A_state_is_written_by_who_read_the_newest_version_and_cleared(string key)
    {
        await using var node = await database.StartNodeAsync("states");
        var storage = node.Services.GetRequiredKeyedService<IGrainStorage>("Default");
        var id = GrainId.Parse(key, null);
        var (mine, yours) = (new GrainState<Note>(), new GrainState<Note>());
        await storage.ReadStateAsync(Type, id, mine);
        await storage.ReadStateAsync(Type, id, yours);
        Assert.False(mine.RecordExists);

        mine.State = new Note { Text = "mine" };
        await storage.WriteStateAsync(Type, id, mine);
        yours.State = new Note { Text = "yours" };
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync(Type, id, yours));
        await storage.ReadStateAsync(Type, id, yours);
        Assert.Equal("mine", yours.State.Text);
        yours.State.Text = "yours";
        await storage.WriteStateAsync(Type, id, yours);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync(Type, id, mine));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync(Type, id, mine));

        await storage.ClearStateAsync(Type, id, yours);
        await storage.ReadStateAsync(Type, id, mine);
        Assert.Null(mine.State.Text);
        mine.State.Text = "again";
        await storage.WriteStateAsync(Type, id, mine);
        await storage.ReadStateAsync(Type, id, yours);
        Assert.Equal("again", yours.State.Text);
    }

    [Fact]
    public async Task Reminders_are_found_by_grain_and_by_range_and_removed_by_their_version()
    {
        await using var node = await database.StartNodeAsync("reminders");
        var table = node.Services.GetRequiredService<IReminderTable>();
        var grain = GrainId.Parse("note/reminded", null);
        var first = await table.UpsertRow(Reminder(grain, TimeSpan.FromMinutes(1)));
        // Longer than an int of milliseconds holds.
        var second = await table.UpsertRow(Reminder(grain, TimeSpan.FromDays(30)));

        Assert.NotEqual(first, second);
        var row = await table.ReadRow(grain, "call");
        Assert.Equal((TimeSpan.FromDays(30), _at, second), (row.Period, row.StartAt, row.ETag));
        Assert.Null(await table.ReadRow(grain, "other"));
        Assert.Single((await table.ReadRows(grain)).Reminders);
        var hash = grain.GetUniformHashCode();
        Assert.Single((await table.ReadRows(hash - 1, hash)).Reminders);
        Assert.Empty((await table.ReadRows(hash, hash + 1)).Reminders);
        Assert.Single((await table.ReadRows(hash + 1, hash)).Reminders);
        Assert.False(await table.RemoveRow(grain, "call", first));
        Assert.True(await table.RemoveRow(grain, "call", second));
        Assert.Empty((await table.ReadRows(grain)).Reminders);
    }

    private static ReminderEntry Reminder(GrainId grain, TimeSpan period) =>
        new() { GrainId = grain, ReminderName = "call", StartAt = _at, Period = period };

    [GenerateSerializer]
    public sealed class Note
    {
        [Id(0)]
        public string? Text { get; set; }
    }
}
