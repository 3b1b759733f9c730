using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>Model documents that differ in a weight, and the calls that carry them through their life.</summary>
internal static class ModelDrafts
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A model that counts posts: so many points for each.</summary>
    public static string Document(string id, double weight = 1) => FormattableString.Invariant(
        $"""
        model: {id}
        version: 1
        title: Posts
        curve: {"{"} half: 50 {"}"}
        signals:
          - signal: posts
            title: Posts
            why: Who writes is there.
            kinds: [post]
            measure: count
            window_days: 90
            weight: {weight}
            cap: 100000

        """);

    public static async Task<Model> CreateAsync(TestServer server, string document, Metadata? headers = null) =>
        (await server.Models.CreateModelVersionAsync(
            new CreateModelVersionRequest { Document = document, Author = "Ann", Reason = "A test." }, headers, cancellationToken: Cancel)).Model;

    /// <summary>Publishes a version and waits until readers get it.</summary>
    public static async Task<Model> PublishAsync(TestServer server, Model draft)
    {
        await server.Models.PublishModelAsync(
            new PublishModelRequest { Model = draft.Model_, Version = draft.Version }, cancellationToken: Cancel);
        return await ReadyAsync(server, draft);
    }

    public static async Task<Model> ReadyAsync(TestServer server, Model version)
    {
        while (true)
        {
            var now = await GetAsync(server, version.Model_, version.Version);
            if (now.ReadyTime is not null) return now;
        }
    }

    public static async Task<Model> GetAsync(TestServer server, string model, int version = 0) =>
        (await server.Models.GetModelAsync(new GetModelRequest { Model = model, Version = version }, cancellationToken: Cancel)).Model;

    public static async Task<ListLeadsResponse> LeadsAsync(TestServer server, string model, int version = 0, string token = "", int pageSize = 1_000) =>
        await server.Leads.ListLeadsAsync(
            new ListLeadsRequest { Model = model, ModelVersion = version, AsOf = Sample.Day, PageSize = pageSize, PageToken = token },
            cancellationToken: Cancel);
}
