using SocialLeads.Grains.Listening;
using SocialLeads.Grains.Models;
using SocialLeads.Server.Requests;

namespace SocialLeads.Server.Models;

/// <summary>Reads versions of models as they are shown: what is stored, what the document describes, and how far its filters are counted.</summary>
internal sealed class ModelViews(ModelRequest requests, FilterCounting counting)
{
    /// <summary>A version without its document.</summary>
    public async Task<V1.Model> ReadAsync(string tenant, bool isKnown, ModelSnapshot models, ModelRef version)
    {
        var model = await requests.LoadAsync(tenant, models, version);
        var wire = ModelMapper.ToWire(models, version, model);
        wire.FiltersUncounted = model is not null && !ModelRequest.IsCounted(models, model);
        // A tenant that is not known has nothing to count, and is given no partitions by being asked about.
        if (isKnown && model is not null && models.Live.Contains(version) && await counting.ReadAsync(tenant, model) is { } progress)
            wire.FilterCounts = ModelMapper.ToWire(progress);
        return wire;
    }
}
