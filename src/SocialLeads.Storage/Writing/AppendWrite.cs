namespace SocialLeads.Storage.Writing;

internal sealed class AppendWrite(PartitionId partition, long term, LogEntry entry, CancellationToken cancellationToken)
    : OwnedWrite(partition, term, cancellationToken)
{
    private readonly uint _checksum = Checksum.OfEntry(entry.Position, entry.Payload.Span);

    public override long Bytes => entry.Payload.Length;

    public override StoreStatistics Tally => new() { Appends = 1, AppendedBytes = entry.Payload.Length };

    protected override void Apply(PartitionState partition, IWriteSession session)
    {
        session.InsertEntry(partition, entry.Position, _checksum, entry.Payload);
        partition.LastPosition = entry.Position;
    }

    protected override Exception? RefusalToWriter(PartitionState partition) =>
        entry.Position == partition.LastPosition + 1
            ? null
            : new LogPositionException(Id, entry.Position, partition.LastPosition + 1);
}
