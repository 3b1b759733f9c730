using SocialLeads.Storage.Writing;

namespace SocialLeads.Storage.Models;

/// <summary>Writes go to the store's one writer, reads to the backend.</summary>
internal sealed class ModelStore(WriteQueue queue, IStoreBackend backend) : IModelStore
{
    /// <summary>Together with the tenant's and the version a key, which an index takes up to 2,704 bytes of.</summary>
    private const int MaxModelBytes = 500;

    public Task<long> ReadRevisionAsync(string tenant, CancellationToken cancellationToken) =>
        backend.ReadModelRevisionAsync(StoredText.NameToBytes(tenant), cancellationToken);

    public Task<SavedModels> ReadAsync(string tenant, CancellationToken cancellationToken) =>
        backend.ReadModelsAsync(StoredText.NameToBytes(tenant), cancellationToken);

    public Task<SavedModelDocument?> ReadDocumentAsync(ModelVersionId id, CancellationToken cancellationToken) =>
        backend.ReadModelDocumentAsync(KeyOf(id), cancellationToken);

    public Task<int> AddAsync(NewModel model, int firstVersion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstVersion, 1);
        var row = new NewModelRow(
            StoredText.NameToBytes(model.Tenant),
            NameOf(model.Model),
            StoredText.ToBytes(model.Document),
            StoredText.ToBytes(model.Author),
            StoredText.ToBytes(model.Reason),
            model.AtMs);
        return WriteAsync(rows => rows.Add(row, firstVersion), cancellationToken);
    }

    public Task<bool> TryChangeStateAsync(
        ModelVersionId id, ModelState expected, ModelState state, long atMs, CancellationToken cancellationToken)
    {
        var key = KeyOf(id);
        return WriteAsync(rows => rows.TryChangeState(key, expected, state, atMs), cancellationToken);
    }

    public Task<bool> NoteAsync(ModelVersionId id, ModelFact fact, long atMs, CancellationToken cancellationToken)
    {
        var key = KeyOf(id);
        return WriteAsync(rows => rows.Note(key, fact, atMs), cancellationToken);
    }

    private async Task<T> WriteAsync<T>(Func<IModelRows, T> write, CancellationToken cancellationToken)
    {
        var pending = new ModelWrite<T>(write, cancellationToken);
        await queue.WriteAsync(pending, cancellationToken);
        return pending.Result;
    }

    private static ModelKey KeyOf(ModelVersionId id) => new(StoredText.NameToBytes(id.Tenant), NameOf(id.Model), id.Version);

    private static byte[] NameOf(string model) => StoredText.NameToBytes(model) is { Length: <= MaxModelBytes } name
        ? name
        : throw new ArgumentException($"The id of a model is at most {MaxModelBytes} UTF-8 bytes long.", nameof(model));
}
