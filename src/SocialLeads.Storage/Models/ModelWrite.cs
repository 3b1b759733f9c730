using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Models;

/// <summary>A change of a tenant's models, in the transaction that the partitions' writes share.</summary>
internal sealed class ModelWrite<T>(Func<IModelRows, T> write, CancellationToken cancellationToken) : PendingWrite(cancellationToken)
{
    private T? _result;

    /// <summary>What the change came to, once it is durable.</summary>
    public T Result => _result!;

    public override PartitionId? Partition => null;

    public override Exception? Make(IWriteSession session)
    {
        _result = write(session.Models);
        return null;
    }
}
