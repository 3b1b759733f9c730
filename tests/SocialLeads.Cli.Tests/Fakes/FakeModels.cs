using System.Collections.Concurrent;
using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Fakes;

/// <summary>Knows one model, and takes every document that has the word "good" in it.</summary>
internal sealed class FakeModels : ModelService.ModelServiceBase
{
    public ConcurrentQueue<string> Validated { get; } = new();

    /// <summary>The document of its model.</summary>
    public string Document { get; set; } = "model: corporate-community\n";

    public override Task<GetModelResponse> GetModel(GetModelRequest request, ServerCallContext context) =>
        request.Model is "" or "corporate-community"
            ? Task.FromResult(new GetModelResponse { Model = Create(Document) })
            : throw new RpcException(new Status(StatusCode.NotFound, $"no model '{request.Model}'"));

    public override Task<ListModelsResponse> ListModels(ListModelsRequest request, ServerCallContext context) =>
        Task.FromResult(request.PageToken.Length == 0
            ? new ListModelsResponse { Models = { Create("") }, NextPageToken = "more" }
            : new ListModelsResponse { Models = { new Model { Model_ = "recruiting", Version = 3, Title = "Passive candidates" } } });

    public override Task<ValidateModelResponse> ValidateModel(ValidateModelRequest request, ServerCallContext context)
    {
        Validated.Enqueue(request.Document);
        var answer = new ValidateModelResponse();
        if (request.Document.Contains("good", StringComparison.Ordinal))
            answer.Model = Create("");
        else
            answer.Violations.Add(new FieldViolation { Field = "signals[2].half_life_days", Description = "must be from 1 to 400" });
        return Task.FromResult(answer);
    }

    private static Model Create(string document) => new()
    {
        Model_ = "corporate-community",
        Version = 1,
        Title = "Corporate community",
        Description = "Who is about to buy.",
        Signals = { new Signal { Signal_ = "tag_interest", Title = "Interest in tags", Why = "Repeated interest shows need.", Cap = 40 } },
        Document = document,
    };
}
