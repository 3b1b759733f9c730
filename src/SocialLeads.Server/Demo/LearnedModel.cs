using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Demo;

/// <summary>Learns a model from what the sales desk found and carries it through its life, as a user would.</summary>
internal sealed class LearnedModel(ModelService.ModelServiceClient client, TimeProvider time)
{
    /// <summary>The id of the learned model.</summary>
    public const string Id = "learned";

    private static readonly TimeSpan _betweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>Learns; null, with the reason, when there is too little to learn from.</summary>
    public async Task<(LearnReport? Report, string Refusal)> LearnAsync(string from, CancellationToken cancellationToken)
    {
        using var call = client.LearnModel(new LearnModelRequest { Model = Id, FromModel = from }, cancellationToken: cancellationToken);
        try
        {
            LearnReport? report = null;
            while (await call.ResponseStream.MoveNext(cancellationToken)) report = call.ResponseStream.Current.Report ?? report;
            return (report, "");
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.FailedPrecondition)
        {
            return (null, refused.Status.Detail);
        }
    }

    /// <summary>
    /// Stores the document as a draft and publishes it under its own name, beside the pack; returns when everybody is ranked by it. A store that
    /// has the same document from an earlier demo keeps the version that it has.
    /// </summary>
    /// <returns>The version.</returns>
    public async Task<int> PublishAsync(string document, CancellationToken cancellationToken)
    {
        var version = await FindAsync(document, cancellationToken);
        if (version is null)
        {
            var draft = await client.CreateModelVersionAsync(
                new CreateModelVersionRequest { Document = document, Author = "demo", Reason = "Learned from the outcomes of the simulated sales desk." },
                cancellationToken: cancellationToken);
            version = draft.Model;
        }

        if (version.State == ModelState.Draft)
            await client.PublishModelAsync(new PublishModelRequest { Model = Id, Version = version.Version }, cancellationToken: cancellationToken);
        while ((await GetAsync(version.Version, cancellationToken)).ReadyTime is null) await Task.Delay(_betweenLooks, time, cancellationToken);
        return version.Version;
    }

    private async Task<Model?> FindAsync(string document, CancellationToken cancellationToken)
    {
        var listed = await client.ListModelsAsync(new ListModelsRequest { Model = Id }, cancellationToken: cancellationToken);
        foreach (var version in listed.Models)
        {
            var stored = await GetAsync(version.Version, cancellationToken);
            if (stored.Document == document && stored.State is ModelState.Draft or ModelState.Published) return stored;
        }

        return null;
    }

    private async Task<Model> GetAsync(int version, CancellationToken cancellationToken) =>
        (await client.GetModelAsync(new GetModelRequest { Model = Id, Version = version }, cancellationToken: cancellationToken)).Model;
}
