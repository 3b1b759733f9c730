using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SocialLeads.Storage;
using SocialLeads.Storage.Models;

namespace SocialLeads.Grains.Models;

/// <summary>What this node knows of tenants' models. Made for tenants that are known, whose number is bounded.</summary>
public sealed class ModelDirectory(IStore store, ModelCatalog packs, TimeProvider clock, ILogger<ModelDirectory> logger)
{
    private readonly ConcurrentDictionary<string, TenantModels> _tenants = new(StringComparer.Ordinal);

    /// <summary>The models of a tenant of which nothing was ever stored: the packs.</summary>
    public ModelSnapshot PacksAlone { get; } = new(packs, new SavedModels(0, []), []);

    public TenantModels Of(string tenant) =>
        _tenants.GetOrAdd(tenant, name => new TenantModels(name, store.Models, packs, clock, logger));
}
