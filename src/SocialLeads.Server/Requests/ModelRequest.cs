using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Server.Requests;

/// <summary>Finds the version of a model that a request means.</summary>
internal sealed class ModelRequest(ModelDirectory directory)
{
    /// <summary>A tenant's models. Nothing is remembered for a tenant that is not known: it has the packs.</summary>
    public ValueTask<ModelSnapshot> OfAsync(string tenant, bool isKnown) =>
        isKnown ? directory.Of(tenant).ReadAsync() : new(directory.PacksAlone);

    /// <summary>Likewise, for a request that names a version: another node may have made it a moment ago.</summary>
    public async ValueTask<ModelSnapshot> OfAsync(string tenant, bool isKnown, ModelRef asked)
    {
        var models = await OfAsync(tenant, isKnown);
        return isKnown && asked.Version > 0 && !models.Has(asked) ? await directory.Of(tenant).RefreshAsync() : models;
    }

    /// <summary>The id that a request means.</summary>
    public static string IdOf(string model) => model.Length == 0 ? ModelCatalog.DefaultModel : model;

    /// <summary>A version that is there, of any state; null when its document is damaged.</summary>
    public async ValueTask<ScoringModel?> LoadAsync(string tenant, ModelSnapshot models, ModelRef version) =>
        models.FindLive(version) ?? (models.FindStored(version) is null ? null : await directory.Of(tenant).FindAsync(version));

    /// <summary>The document of a version that is there; empty when it is damaged.</summary>
    public async ValueTask<string> ReadDocumentAsync(string tenant, ModelSnapshot models, ModelRef version) =>
        (models.FindLive(version)?.Document
            ?? (models.FindStored(version) is null ? null : await directory.Of(tenant).ReadDocumentAsync(version))) ?? "";

    /// <summary>A pack whose filters are not counted would measure nothing, and look as if there were nothing to find.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION.</exception>
    public static void CheckCounted(ModelSnapshot models, ModelRef version, ScoringModel model)
    {
        if (!models.IsPack(version) || IsCounted(models, model)) return;
        throw RpcErrors.FailedPrecondition(
            "FILTERS_NOT_COUNTED",
            version.ToString(),
            "What this pack's filters match in texts is not counted here: name the pack in the setting SOCIALLEADS_PACKS, or publish a version of your own of its document.");
    }

    /// <summary>Whether all filters of a model are counted, or being counted; so are those it shares with a live one.</summary>
    public static bool IsCounted(ModelSnapshot models, ScoringModel model) =>
        model.Filters.All(filter => models.Filters.Filters.Any(one => one.SeriesFacet == filter.SeriesFacet));

    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND.</exception>
    public static Grpc.Core.RpcException NotFound(ModelRef version) => version.Version == 0
        ? RpcErrors.NotFound("model", version.Model, "There is no model of this id; ListModels names those there are.")
        : RpcErrors.NotFound("model", version.ToString(), "There is no such version of the model; ListModels names those there are.");
}
