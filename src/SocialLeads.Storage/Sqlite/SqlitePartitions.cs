using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Sqlite;

/// <summary>
/// The partitions that the writer has met. The directory's lock makes this process the only one that writes, so what is
/// remembered here holds; terms need not outlive the process for the same reason.
/// </summary>
internal sealed class SqlitePartitions
{
    private readonly Dictionary<PartitionId, PartitionState> _states = [];
    private readonly HashSet<PartitionId> _current = [];

    /// <summary>The partition; read from the database when it is met first, and again after <see cref="Forget"/>.</summary>
    public PartitionState Find(PartitionId id, Action<PartitionState> read)
    {
        if (!_states.TryGetValue(id, out var state))
            _states.Add(id, state = new PartitionState(id));

        if (_current.Add(id))
            read(state);

        return state;
    }

    /// <summary>A transaction was undone: what was remembered of it did not happen. Terms stay, since they are only kept here.</summary>
    public void Forget() => _current.Clear();
}
