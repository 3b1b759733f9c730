using Grpc.Core;
using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Requests about models that are meant to do harm.</summary>
public class ModelLifeTests(HostileServer fixture) : HostileTests(fixture)
{
    [Theory]
    [InlineData("author", "", "A reason.")]
    [InlineData("author", "  ", "A reason.")]
    [InlineData("author", "An\u001b[31mn", "A reason.")]
    [InlineData("author", "Ann\nBob", "A reason.")]
    [InlineData("reason", "Ann", "")]
    [InlineData("reason", "Ann", "\u0000")]
    public async Task Who_and_why_are_needed_and_clean(string field, string author, string reason) =>
        await Refusal.OfField(field, CreateAsync(ModelDrafts.Document("posts"), author, reason));

    [Fact]
    public async Task Long_names_and_reasons_are_refused()
    {
        await Refusal.OfField("author", CreateAsync(ModelDrafts.Document("posts"), new string('é', 101), "A reason."));
        await Refusal.OfField("reason", CreateAsync(ModelDrafts.Document("posts"), "Ann", new string('r', 2_001)));
        Assert.Equal(1, (await CreateAsync(ModelDrafts.Document("long-names"), new string('a', 200), new string('r', 2_000))).Model.Version);
    }

    [Fact]
    public async Task A_document_that_is_not_valid_is_refused_with_paths_that_fit_into_trailers()
    {
        await Refusal.OfField("document", CreateAsync("", "Ann", "A reason."));
        foreach (var document in (string[])["42", ModelDrafts.Document("posts") + "nonsense: 1\n", new string('k', 1_000_000) + ": 1", Keys(60_000)])
        {
            var refused = await Assert.ThrowsAsync<RpcException>(() => CreateAsync(document, "Ann", "A reason.").ResponseAsync);
            Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
            var violations = refused.GetRpcStatus()!.Details.Single().Unpack<Google.Rpc.BadRequest>().FieldViolations;
            Assert.InRange(violations.Count, 1, 20);
            Assert.All(violations, violation => Assert.StartsWith("document", violation.Field, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_is_not_named_or_not_there_is_told()
    {
        await Refusal.OfField("model", Server.Models.PublishModelAsync(new PublishModelRequest { Version = 1 }, cancellationToken: Cancel));
        await Refusal.OfField("version", Server.Models.PublishModelAsync(new PublishModelRequest { Model = "a" }, cancellationToken: Cancel));
        await Refusal.OfField("version", Server.Models.RetireModelAsync(
            new RetireModelRequest { Model = "a", Version = int.MinValue }, cancellationToken: Cancel));
        await Refusal.OfField("version", Server.Models.GetModelAsync(new GetModelRequest { Version = -1 }, cancellationToken: Cancel));
        await Refusal.OfResource("model", "nope@7", Server.Models.PublishModelAsync(
            new PublishModelRequest { Model = "nope", Version = 7 }, cancellationToken: Cancel));
        await Refusal.OfResource("model", "corporate-community@99", Server.Models.GetModelAsync(
            new GetModelRequest { Version = 99 }, cancellationToken: Cancel));
        await Refusal.OfField("model_version", Server.Leads.ListLeadsAsync(new ListLeadsRequest { ModelVersion = -1 }, cancellationToken: Cancel));
        await Refusal.OfResource("model", "corporate-community@99", Server.Leads.ListLeadsAsync(
            new ListLeadsRequest { ModelVersion = 99 }, cancellationToken: Cancel));
    }

    private AsyncUnaryCall<CreateModelVersionResponse> CreateAsync(string document, string author, string reason) =>
        Server.Models.CreateModelVersionAsync(
            new CreateModelVersionRequest { Document = document, Author = author, Reason = reason }, cancellationToken: Cancel);

    private static string Keys(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"signal{i}: 1\n"));
}
