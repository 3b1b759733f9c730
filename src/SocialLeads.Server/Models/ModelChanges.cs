using SocialLeads.Grains.Models;
using SocialLeads.Server.Requests;

namespace SocialLeads.Server.Models;

/// <summary>Has a tenant's models changed, and says in the wire's words what came of it.</summary>
internal sealed class ModelChanges(IGrainFactory grains, ModelDirectory directory, ModelViews views)
{
    /// <exception cref="Grpc.Core.RpcException">RESOURCE_EXHAUSTED.</exception>
    public async Task<V1.Model> AddAsync(string tenant, ModelDraft draft)
    {
        var reply = await Grain(tenant).Add(draft);
        return await AnswerAsync(tenant, new ModelRef(draft.Model, reply.Version), reply.Status);
    }

    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, FAILED_PRECONDITION or RESOURCE_EXHAUSTED.</exception>
    public async Task<V1.Model> PublishAsync(string tenant, ModelRef version) =>
        await AnswerAsync(tenant, version, (await Grain(tenant).Publish(version.Model, version.Version)).Status);

    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND or FAILED_PRECONDITION.</exception>
    public async Task<V1.Model> RetireAsync(string tenant, ModelRef version) =>
        await AnswerAsync(tenant, version, (await Grain(tenant).Retire(version.Model, version.Version)).Status);

    private IModelsGrain Grain(string tenant) => grains.GetGrain<IModelsGrain>(tenant);

    private async Task<V1.Model> AnswerAsync(string tenant, ModelRef version, ModelReplyStatus status)
    {
        // The change may have been made by another node.
        var models = await directory.Of(tenant).RefreshAsync();
        return status switch
        {
            ModelReplyStatus.Done => await views.ReadAsync(tenant, isKnown: true, models, version),
            ModelReplyStatus.NotFound => throw ModelRequest.NotFound(version),
            ModelReplyStatus.IsPack => throw RpcErrors.FailedPrecondition(
                "MODEL_IS_PACK", version.ToString(), "This version ships with the product; it is published for every tenant and does not change."),
            ModelReplyStatus.WrongState => throw RpcErrors.FailedPrecondition(
                "MODEL_STATE", version.ToString(), $"The version is {models.FindStored(version)?.State.ToString().ToLowerInvariant()}; a draft can be published, and what is not retired can be retired."),
            ModelReplyStatus.TooManyLive => throw RpcErrors.QuotaExceeded(
                $"tenant:{tenant}", "As many versions are published as this server keeps rankings for. Retire one first."),
            ModelReplyStatus.TooManyVersions => throw RpcErrors.QuotaExceeded(
                $"tenant:{tenant}", "The tenant has as many versions of models as this server keeps."),
            _ => throw new InvalidOperationException($"There is no answer for {status}."),
        };
    }
}
