using System.Runtime.CompilerServices;
using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage;

/// <summary>Writes go to the one writer, reads to the backend, a page at a time, so that no read holds back the store.</summary>
internal sealed class PartitionHandle(PartitionId id, WriteQueue queue, IStoreBackend backend) : IPartitionStore
{
    private long _term;

    public PartitionId Id => id;

    public async Task<SavedPartition> LoadAsync(int oldestSeenDay, CancellationToken cancellationToken)
    {
        var load = new LoadWrite(id, cancellationToken);
        await queue.WriteAsync(load, cancellationToken);
        var partition = await backend.ReadPartitionAsync(id, oldestSeenDay, cancellationToken);
        Volatile.Write(ref _term, load.Term);
        return partition;
    }

    public Task AppendAsync(LogEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return queue.WriteAsync(new AppendWrite(id, Term(), entry, cancellationToken), cancellationToken);
    }

    public Task SaveCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var rows = new CheckpointRows(checkpoint);
        return queue.WriteAsync(new CheckpointWrite(id, Term(), rows, cancellationToken), cancellationToken);
    }

    public Task TrimLogAsync(long throughPosition, CancellationToken cancellationToken) =>
        queue.WriteAsync(new TrimWrite(id, Term(), throughPosition, cancellationToken), cancellationToken);

    public async IAsyncEnumerable<LogRead> ReadLogAsync(
        long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await backend.ReadLogPageAsync(id, afterPosition, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var read in page)
                yield return read;

            afterPosition = page[^1].Position;
        }
    }

    public async IAsyncEnumerable<SavedMember> ReadMembersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] after = [];
        while (await backend.ReadMemberPageAsync(id, after, cancellationToken) is { Members.Count: > 0 } page)
        {
            foreach (var member in page.Members)
                yield return member;

            after = page.LastMember;
        }
    }

    public async Task<SavedMember?> ReadMemberAsync(string member, CancellationToken cancellationToken) =>
        await backend.ReadMemberAsync(id, StoredText.NameToBytes(member), cancellationToken);

    public async Task<IReadOnlyList<SavedMember>> ReadMembersAsync(
        IReadOnlyCollection<string> members, CancellationToken cancellationToken)
    {
        var names = members.Select(member => StoredText.NameToBytes(member, nameof(members))).ToArray();
        return names.Length == 0 ? [] : await backend.ReadMembersAsync(id, names, cancellationToken);
    }

    private long Term() => Volatile.Read(ref _term) is var term and > 0
        ? term
        : throw new InvalidOperationException($"Partition {id.Index} must be loaded through this handle before it is written to.");
}
