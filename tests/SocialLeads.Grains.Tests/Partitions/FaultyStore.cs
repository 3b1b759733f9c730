using System.Runtime.CompilerServices;
using SocialLeads.Storage;
using SocialLeads.Storage.Models;

namespace SocialLeads.Grains.Tests.Partitions;

/// <summary>A store that does what another does, except where a test makes it wait or fail.</summary>
internal sealed class FaultyStore(IStore inner) : IStore
{
    private int _appends;

    /// <summary>Awaited before every append.</summary>
    public Func<Task> BeforeAppend { get; set; } = () => Task.CompletedTask;

    /// <summary>Awaited after every append, when it is durable already.</summary>
    public Func<Task> AfterAppend { get; set; } = () => Task.CompletedTask;

    /// <summary>Awaited before every checkpoint.</summary>
    public Func<Task> BeforeCheckpoint { get; set; } = () => Task.CompletedTask;

    /// <summary>Awaited before saved states of some members are read.</summary>
    public Func<Task> BeforeReadMembers { get; set; } = () => Task.CompletedTask;

    /// <summary>Awaited after saved states of some members were read.</summary>
    public Func<Task> AfterReadMembers { get; set; } = () => Task.CompletedTask;

    /// <summary>Awaited after every checkpoint, when it is durable already.</summary>
    public Func<Task> AfterCheckpoint { get; set; } = () => Task.CompletedTask;

    /// <summary>Awaited before every row of the log that is read, with its position.</summary>
    public Func<long, Task> BeforeRow { get; set; } = _ => Task.CompletedTask;

    /// <summary>Awaited after every deletion from the log, with the position it went through.</summary>
    public Func<long, Task> AfterTrim { get; set; } = _ => Task.CompletedTask;

    /// <summary>Awaited before models are read.</summary>
    public Func<Task> BeforeReadModels { get; set; } = () => Task.CompletedTask;

    /// <summary>Members whose saved states read as damaged.</summary>
    public HashSet<string> DamagedMembers { get; } = [];

    /// <summary>Positions at which the log reads as damaged.</summary>
    public HashSet<long> DamagedPositions { get; } = [];

    /// <summary>Whether what checkpoints said of filters is lost when a partition is loaded.</summary>
    public bool LosesFilterCounts { get; set; }

    /// <summary>Rows of the log up to here read as if they were trimmed.</summary>
    public long TrimmedThrough { get; set; }

    /// <summary>Appends that are durable.</summary>
    public int Appends => _appends;

    public List<Checkpoint> Checkpoints { get; } = [];

    public int PartitionCount => inner.PartitionCount;

    public ReadOnlyMemory<byte> Secret => inner.Secret;

    public StoreStatistics Statistics => inner.Statistics;

    public IModelStore Models => new FaultyModels(this, inner.Models);

    /// <summary>Holds every append back until the gate is opened. The first task completes when one has come that far.</summary>
    public (Task Reached, TaskCompletionSource Gate) HoldAppends()
    {
        var reached = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        BeforeAppend = () =>
        {
            reached.TrySetResult();
            return gate.Task;
        };
        return (reached.Task, gate);
    }

    public IPartitionStore Partition(PartitionId id) => new FaultyPartition(this, inner.Partition(id));

    public Task<IReadOnlyList<string>> ListTenantsAsync(CancellationToken cancellationToken) => inner.ListTenantsAsync(cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private sealed class FaultyModels(FaultyStore store, IModelStore models) : IModelStore
    {
        public async Task<long> ReadRevisionAsync(string tenant, CancellationToken cancellationToken)
        {
            await store.BeforeReadModels();
            return await models.ReadRevisionAsync(tenant, cancellationToken);
        }

        public async Task<SavedModels> ReadAsync(string tenant, CancellationToken cancellationToken)
        {
            await store.BeforeReadModels();
            return await models.ReadAsync(tenant, cancellationToken);
        }

        public Task<SavedModelDocument?> ReadDocumentAsync(ModelVersionId id, CancellationToken cancellationToken) =>
            models.ReadDocumentAsync(id, cancellationToken);

        public Task<int> AddAsync(NewModel model, int firstVersion, CancellationToken cancellationToken) =>
            models.AddAsync(model, firstVersion, cancellationToken);

        public Task<bool> TryChangeStateAsync(
            ModelVersionId id, ModelState expected, ModelState state, long atMs, CancellationToken cancellationToken) =>
            models.TryChangeStateAsync(id, expected, state, atMs, cancellationToken);

        public Task<bool> NoteAsync(ModelVersionId id, ModelFact fact, long atMs, CancellationToken cancellationToken) =>
            models.NoteAsync(id, fact, atMs, cancellationToken);
    }

    private sealed class FaultyPartition(FaultyStore store, IPartitionStore partition) : IPartitionStore
    {
        public PartitionId Id => partition.Id;

        public async Task<SavedPartition> LoadAsync(int oldestSeenDay, CancellationToken cancellationToken)
        {
            var saved = await partition.LoadAsync(oldestSeenDay, cancellationToken);
            return store.LosesFilterCounts ? saved with { FilterCounts = saved.FilterCounts with { Damaged = true } } : saved;
        }

        public async Task AppendAsync(LogEntry entry, CancellationToken cancellationToken)
        {
            await store.BeforeAppend();
            await partition.AppendAsync(entry, cancellationToken);
            Interlocked.Increment(ref store._appends);
            await store.AfterAppend();
        }

        public async IAsyncEnumerable<LogRead> ReadLogAsync(
            long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var row in partition.ReadLogAsync(afterPosition, cancellationToken))
            {
                if (row.Position <= store.TrimmedThrough) continue;
                await store.BeforeRow(row.Position);
                yield return store.DamagedPositions.Contains(row.Position) ? row with { Damaged = true } : row;
            }
        }

        public async IAsyncEnumerable<SavedMember> ReadMembersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var member in partition.ReadMembersAsync(cancellationToken))
                yield return store.DamagedMembers.Contains(member.Member) ? member with { Damaged = true } : member;
        }

        public async Task<SavedMember?> ReadMemberAsync(string member, CancellationToken cancellationToken) =>
            await ReadMembersAsync([member], cancellationToken) is [var found] ? found : null;

        public async Task<IReadOnlyList<SavedMember>> ReadMembersAsync(
            IReadOnlyCollection<string> members, CancellationToken cancellationToken)
        {
            await store.BeforeReadMembers();
            var read = await partition.ReadMembersAsync(members, cancellationToken);
            await store.AfterReadMembers();
            return [.. read.Select(one => store.DamagedMembers.Contains(one.Member) ? one with { Damaged = true } : one)];
        }

        public async Task SaveCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
        {
            await store.BeforeCheckpoint();
            await partition.SaveCheckpointAsync(checkpoint, cancellationToken);
            lock (store.Checkpoints) store.Checkpoints.Add(checkpoint);
            await store.AfterCheckpoint();
        }

        public async Task TrimLogAsync(long throughPosition, CancellationToken cancellationToken)
        {
            await partition.TrimLogAsync(throughPosition, cancellationToken);
            await store.AfterTrim(throughPosition);
        }
    }
}
