namespace SocialLeads.Storage;

/// <summary>
/// A handle on one partition. <see cref="LoadAsync"/> makes this handle the partition's one writer: from then on every write
/// through a handle that loaded earlier is refused with <see cref="StaleWriterException"/>, so that a writer which was
/// replaced without noticing can neither add to the log nor save an older state over a newer one.
/// </summary>
/// <remarks>
/// Writes of one handle take effect in the order of the calls, also when a call does not await the one before it.
/// When a write ends in <see cref="StoreUnavailableException"/> or is cancelled, it may or may not have taken effect: load
/// again, through a new handle, before writing more.
/// Every method throws <see cref="StoreUnavailableException"/> when the storage below fails and
/// <see cref="ObjectDisposedException"/> once the store is closed.
/// </remarks>
public interface IPartitionStore
{
    PartitionId Id { get; }

    /// <summary>Becomes the partition's writer and reads its last checkpoint, apart from the members' states.</summary>
    /// <param name="oldestSeenDay">Blocks of seen ids of earlier days are left out.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SavedPartition> LoadAsync(int oldestSeenDay, CancellationToken cancellationToken);

    /// <summary>
    /// Adds one entry to the log; it is durable when the task completes. Appends of many partitions that wait at the same
    /// time share one commit.
    /// </summary>
    /// <exception cref="LogPositionException">The entry's position is not the last one + 1.</exception>
    /// <exception cref="StaleWriterException">Another handle has loaded the partition since.</exception>
    /// <exception cref="InvalidOperationException">This handle has not loaded the partition.</exception>
    Task AppendAsync(LogEntry entry, CancellationToken cancellationToken);

    /// <summary>
    /// The entries behind a position, in order of position. Damaged ones are handed out as such, not thrown, so that the
    /// rest can be read. An entry that is appended while the reading goes on may or may not be among them.
    /// </summary>
    IAsyncEnumerable<LogRead> ReadLogAsync(long afterPosition, CancellationToken cancellationToken);

    /// <summary>The saved states of all members, in the order of the members' UTF-8 bytes.</summary>
    IAsyncEnumerable<SavedMember> ReadMembersAsync(CancellationToken cancellationToken);

    /// <summary>One member's saved state; null if it has none.</summary>
    Task<SavedMember?> ReadMemberAsync(string member, CancellationToken cancellationToken);

    /// <summary>
    /// The saved states of some members, in no order; of those that have none, nothing. All are of one moment. A member that is
    /// asked for twice may come once or twice.
    /// </summary>
    Task<IReadOnlyList<SavedMember>> ReadMembersAsync(IReadOnlyCollection<string> members, CancellationToken cancellationToken);

    /// <summary>
    /// Saves a checkpoint in one transaction: all of it or nothing. Members are inserted or replaced, symbols and blocks of
    /// seen ids are added, old blocks are deleted, what filters are counted of is replaced if it is given, and the checkpoint's
    /// position moves.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The position lies before the last checkpoint's or behind the log's end, a member or a symbol's id comes
    /// twice, or a symbol's id already has another text.
    /// </exception>
    /// <exception cref="StaleWriterException">Another handle has loaded the partition since.</exception>
    /// <exception cref="InvalidOperationException">This handle has not loaded the partition.</exception>
    Task SaveCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken);

    /// <summary>Deletes the log's entries at or before a position; deleting again what is gone does nothing.</summary>
    /// <exception cref="ArgumentException">The position lies behind the last checkpoint's: the entries are still needed.</exception>
    /// <exception cref="StaleWriterException">Another handle has loaded the partition since.</exception>
    /// <exception cref="InvalidOperationException">This handle has not loaded the partition.</exception>
    Task TrimLogAsync(long throughPosition, CancellationToken cancellationToken);
}
