namespace SocialLeads.Storage.Models;

/// <summary>
/// The versions of tenants' scoring models. A version's document, author and reason never change; its state does, by
/// compare-and-set, so that of two who change it at once one wins and the other is told.
/// </summary>
/// <remarks>
/// When a write ends in <see cref="StoreUnavailableException"/> or is cancelled, it may or may not have taken effect. Every method
/// throws <see cref="StoreUnavailableException"/> when the storage below fails, <see cref="ObjectDisposedException"/> once the store
/// is closed, and <see cref="ArgumentException"/> for a name that cannot be stored.
/// </remarks>
public interface IModelStore
{
    /// <summary>A number that grows with every change of a tenant's models; 0 before the first. Cheap to ask for.</summary>
    Task<long> ReadRevisionAsync(string tenant, CancellationToken cancellationToken);

    /// <summary>All versions of a tenant's models, of one moment.</summary>
    Task<SavedModels> ReadAsync(string tenant, CancellationToken cancellationToken);

    /// <summary>The document of a version; null if there is none.</summary>
    Task<SavedModelDocument?> ReadDocumentAsync(ModelVersionId id, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a draft. Its version is the model's newest plus 1, and at least <paramref name="firstVersion"/>; it is durable when
    /// the task completes.
    /// </summary>
    /// <returns>The version.</returns>
    Task<int> AddAsync(NewModel model, int firstVersion, CancellationToken cancellationToken);

    /// <summary>Changes a version's state if it is the one that is expected.</summary>
    /// <returns>Whether it was. False, too, when there is no such version.</returns>
    Task<bool> TryChangeStateAsync(
        ModelVersionId id, ModelState expected, ModelState state, long atMs, CancellationToken cancellationToken);

    /// <summary>Records a fact about a version; an earlier time of the same fact is replaced.</summary>
    /// <returns>Whether there is such a version.</returns>
    Task<bool> NoteAsync(ModelVersionId id, ModelFact fact, long atMs, CancellationToken cancellationToken);
}
