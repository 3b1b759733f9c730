using Microsoft.Extensions.Logging.Abstractions;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Packs;
using SocialLeads.Storage;
using SocialLeads.Storage.Sqlite;

namespace SocialLeads.Grains.Tests.Partitions;

/// <summary>What members' features go through when they leave memory and come back.</summary>
public sealed class MemberStatesTests : IAsyncLifetime
{
    private const int MostResident = 16;

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;
    private readonly ModelCatalog _models = new(ModelPacks.Load());
    private FaultyStore _store = null!;
    private IPartitionStore _partition = null!;
    private PartitionState _state = null!;
    private PartitionState _resident = null!;
    private int _ids;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new FaultyStore(await SqliteStore.OpenAsync(new SqliteStoreOptions { DataDirectory = _folder }, NullLogger.Instance, Cancel));
        _partition = _store.Partition(new PartitionId("default", 0));
        await _partition.LoadAsync(0, Cancel);
        _state = new PartitionState(_models, new PartitionOptions { MaxResidentMembers = MostResident }, _partition);
        _resident = new PartitionState(_models, new PartitionOptions());
        for (var member = 0; member < 20; member++) await ActAsync(member);
        await SaveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Those_who_were_saved_and_are_longest_idle_leave_and_whoever_was_read_stays()
    {
        Assert.Equal([0, 1, 2, 3], Cold());
        Assert.Equal(MostResident, _state.Members.Resident.Count);
        Entry(4).WasUsed = true;

        await ActAsync(0);
        await SaveAsync();

        Assert.Equal([1, 2, 3, 5], Cold());
    }

    [Fact]
    public async Task Whoever_has_unsaved_changes_stays_however_many_there_are()
    {
        for (var member = 0; member < 20; member++) await ActAsync(member);
        _state.Members.Resident.MakeRoom();
        Assert.Empty(Cold());

        var checkpoint = _state.Unsaved.Take();
        await ActAsync(0);
        _state.Members.Resident.MakeRoom();
        Assert.Empty(Cold());
        await _partition.SaveCheckpointAsync(checkpoint, Cancel);
        _state.Unsaved.Saved(checkpoint);
        _state.Members.Resident.MakeRoom();

        Assert.Equal([1, 2, 3, 4], Cold());
    }

    [Fact]
    public async Task Whoever_is_being_saved_stays_until_that_is_done()
    {
        await ActAsync(4);
        var checkpoint = _state.Unsaved.Take();
        await ActAsync(0);
        _state.Members.Resident.MakeRoom();
        Assert.Equal([1, 2, 3, 5], Cold());

        await _partition.SaveCheckpointAsync(checkpoint, Cancel);
        _state.Unsaved.Saved(checkpoint);
        await ActAsync(1);
        _state.Members.Resident.MakeRoom();
        Assert.Equal([2, 3, 5, 6], Cold());
    }

    [Fact]
    public async Task Members_are_read_where_they_are_and_do_not_come_to_memory_by_it()
    {
        var read = await _state.States.ReadAsync([.. _state.Members.Entries]);

        Assert.Equal(_resident.Members.Entries.Select(entry => entry.Features), read.Select(one => one.Features));
        Assert.Equal([0, 1, 2, 3], Cold());
    }

    [Fact]
    public async Task Nobody_can_take_what_has_left_for_empty() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.FromResult(Entry(0).Features));

    [Fact]
    public async Task A_read_that_a_change_overtakes_gives_what_the_change_made()
    {
        var (reached, gate) = HoldNextRead();
        var reading = _state.States.ReadAsync([Entry(0)]).AsTask();
        await reached;

        await ActAsync(0);
        gate.SetResult();

        var now = (await reading)[0];
        Assert.Equal(_state.Position, now.Version);
        Assert.Equal(Expected(0), now.Features);
    }

    [Fact]
    public async Task A_read_that_a_change_and_a_new_leave_overtake_is_made_again()
    {
        var (read, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var reads = 0;
        _store.AfterReadMembers = () =>
        {
            if (reads++ > 0) return Task.CompletedTask;
            read.SetResult();
            return gate.Task;
        };
        var reading = _state.States.ReadAsync([Entry(0)]).AsTask();
        await read.Task;
        var version = Entry(0).Version;

        await ActAsync(0);
        await SaveAsync();
        for (var member = 4; member < 20; member++) await ActAsync(member);
        await SaveAsync();
        Assert.False(Entry(0).IsResident);
        gate.SetResult();

        var now = (await reading)[0];
        Assert.Equal(Expected(0), now.Features);
        Assert.True(now.Version > version);
    }

    [Fact]
    public async Task When_the_store_cannot_be_read_nobody_comes_and_nothing_is_folded_onto_nothing()
    {
        _store.BeforeReadMembers = () => throw new StoreUnavailableException("The disk is gone.");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => _state.States.LoadAsync([Post(0), Post(5)]));

        Assert.Equal([0, 1, 2, 3], Cold());
        _state.Apply(_state.Position + 1, 0, [Post(0)], []);
        Assert.Throws<InvalidOperationException>(() => Entry(0).Features);
    }

    [Fact]
    public async Task A_damaged_state_is_told_and_not_loaded()
    {
        _store.DamagedMembers.Add("m1");

        await Assert.ThrowsAsync<InvalidDataException>(() => _state.States.LoadAsync([Post(0), Post(1)]));
        await Assert.ThrowsAsync<InvalidDataException>(() => _state.States.ReadAsync([Entry(1)]).AsTask());
        Assert.Equal([0, 1, 2, 3], Cold());
    }

    private MemberEntry Entry(int member) => _state.Members.Find($"m{member}")!;

    private byte[] Expected(int member) => _resident.Members.Find($"m{member}")!.Features;

    private IEnumerable<int> Cold() => _state.Members.Entries.Where(entry => !entry.IsResident).Select(entry => entry.Index);

    private Activity Post(int member) =>
        new() { Id = $"{_ids++}", Member = $"m{member}", Kind = "post", OccurredAtMs = _ids * 40_000_000L, Group = $"g{_ids % 5}" };

    private async Task ActAsync(int member)
    {
        var activity = Post(member);
        await _state.States.LoadAsync([activity]);
        await _partition.AppendAsync(new LogEntry(_state.Position + 1, new byte[1]), Cancel);
        _state.Apply(_state.Position + 1, 0, [activity], []);
        _resident.Apply(_resident.Position + 1, 0, [activity], []);
    }

    private async Task SaveAsync()
    {
        var checkpoint = _state.Unsaved.Take();
        await _partition.SaveCheckpointAsync(checkpoint, Cancel);
        _state.Unsaved.Saved(checkpoint);
        _state.Members.Resident.MakeRoom();
    }

    private (Task Reached, TaskCompletionSource Gate) HoldNextRead()
    {
        var (reached, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        _store.BeforeReadMembers = () =>
        {
            _store.BeforeReadMembers = () => Task.CompletedTask;
            reached.SetResult();
            return gate.Task;
        };
        return (reached.Task, gate);
    }
}
