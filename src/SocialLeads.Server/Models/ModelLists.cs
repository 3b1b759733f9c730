using System.Globalization;
using SocialLeads.Grains.Models;
using SocialLeads.Server.Requests;
using SocialLeads.V1;
using ModelState = SocialLeads.Storage.Models.ModelState;

namespace SocialLeads.Server.Models;

/// <summary>Reads pages of the list of models. Versions are named: a page token is the name of the last one that was sent.</summary>
internal sealed class ModelLists(ModelRequest requests, ModelViews views)
{
    private const int DefaultPageSize = 50;
    private const int LargestPageSize = 1_000;

    /// <summary>Bytes of models in one answer: half of what clients take by default.</summary>
    private const int LargestAnswer = 2 * 1024 * 1024;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, naming the field.</exception>
    public async Task<ListModelsResponse> ReadAsync(ListModelsRequest request, string tenant, bool isKnown)
    {
        if (request.PageSize < 0) throw RpcErrors.InvalidArgument("page_size", "A page size is 0 (for 50) or more.");
        var models = await requests.OfAsync(tenant, isKnown);
        ModelRef? after = request.PageToken.Length == 0 ? null : ReadToken(models, request.PageToken);
        var size = request.PageSize == 0 ? DefaultPageSize : Math.Min(request.PageSize, LargestPageSize);
        var rest = AllOf(models)
            .Where(version => IsWanted(models, version, request) && (after is not { } last || Compare(version, last) > 0))
            .Order(Comparer<ModelRef>.Create(Compare)).ToList();
        var response = new ListModelsResponse();
        var bytes = 0;
        foreach (var version in rest.Take(size))
        {
            var wire = await views.ReadAsync(tenant, isKnown, models, version);
            bytes += wire.CalculateSize();
            if (bytes > LargestAnswer && response.Models.Count > 0) break;
            response.Models.Add(wire);
        }

        if (response.Models.Count < rest.Count) response.NextPageToken = rest[response.Models.Count - 1].ToString();
        return response;
    }

    private static IEnumerable<ModelRef> AllOf(ModelSnapshot models) =>
        models.Packs.Select(pack => new ModelRef(pack.Id, pack.Version))
            .Concat(models.Stored.Select(stored => new ModelRef(stored.Model, stored.Version)));

    private static bool IsWanted(ModelSnapshot models, ModelRef version, ListModelsRequest request) =>
        (request.Model.Length == 0 || request.Model == version.Model)
        && (request.ShowRetired || models.FindStored(version) is not { State: ModelState.Retired });

    private static int Compare(ModelRef left, ModelRef right) =>
        string.CompareOrdinal(left.Model, right.Model) is var byModel and not 0 ? byModel : left.Version.CompareTo(right.Version);

    private static ModelRef ReadToken(ModelSnapshot models, string token)
    {
        var at = token.LastIndexOf('@');
        if (at > 0 && int.TryParse(token.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            var read = new ModelRef(token[..at], version);
            if (models.Has(read)) return read;
        }

        throw RpcErrors.InvalidArgument("page_token", "This is not a token that ListModels gave.");
    }
}
