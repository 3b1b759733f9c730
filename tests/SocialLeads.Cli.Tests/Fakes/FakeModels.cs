using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Fakes;

/// <summary>Knows one model, and takes every document that has the word "good" in it.</summary>
internal sealed class FakeModels : ModelService.ModelServiceBase
{
    private static readonly Signal _signal = new() { Signal_ = "tag_interest", Title = "Interest in tags", Why = "Repeated interest shows need.", Cap = 40 };

    private int _looks;

    public ConcurrentQueue<string> Validated { get; } = new();

    /// <summary>The document of its first version.</summary>
    public string Document { get; set; } = "model: corporate-community\nversion: 1\n";

    public ConcurrentQueue<CreateModelVersionRequest> Created { get; } = new();

    public ConcurrentQueue<TryModelRequest> Tried { get; } = new();

    public ConcurrentQueue<ListModelsRequest> Lists { get; } = new();

    /// <summary>How often a published version is looked at before it is ready.</summary>
    public int LooksUntilReady { get; set; }

    /// <summary>How far a published version's filters are counted.</summary>
    public FilterCounts? FilterCounts { get; set; }

    /// <summary>Versions that are listed behind those it knows.</summary>
    public List<Model> Others { get; } = [];

    /// <summary>What a trial reports.</summary>
    public TrialReport Report { get; set; } = new();

    public ConcurrentQueue<LearnModelRequest> Learned { get; } = new();

    /// <summary>What learning reports; null when it is refused.</summary>
    public LearnReport? Learning { get; set; }

    public override Task<GetModelResponse> GetModel(GetModelRequest request, ServerCallContext context)
    {
        if (request.Model is not ("" or "corporate-community"))
            throw new RpcException(new Status(StatusCode.NotFound, $"no model '{request.Model}'"));
        var model = Create(request.Version == 2 ? "model: corporate-community\nversion: 2\n" : Document);
        if (request.Version == 2)
        {
            (model.Version, model.Author, model.Reason, model.CreateTime) = (2, "Ann", "More posts.", Timestamp.FromDateTime(DateTime.UnixEpoch));
            model.FilterCounts = FilterCounts;
            if (_looks++ >= LooksUntilReady)
                (model.ReadyTime, model.DefaultVersion) = (Timestamp.FromDateTime(DateTime.UnixEpoch.AddHours(1)), true);
        }

        return Task.FromResult(new GetModelResponse { Model = model });
    }

    public override Task<ListModelsResponse> ListModels(ListModelsRequest request, ServerCallContext context)
    {
        Lists.Enqueue(request);
        return Task.FromResult(request.PageToken.Length == 0
            ? new ListModelsResponse { Models = { Create("") }, NextPageToken = "more" }
            : new ListModelsResponse { Models = { new Model { Model_ = "recruiting", Version = 3, Title = "Passive candidates", State = ModelState.Published, Pack = true, FiltersUncounted = true, Signals = { _signal } }, Others } });
    }

    public override Task<ValidateModelResponse> ValidateModel(ValidateModelRequest request, ServerCallContext context)
    {
        Validated.Enqueue(request.Document);
        var answer = new ValidateModelResponse();
        if (request.Document.Contains("good", StringComparison.Ordinal))
            answer.Model = Create("");
        else if (request.Document.Length == 0)
            answer.Violations.Add(new FieldViolation { Description = "is empty" });
        else
            answer.Violations.Add(new FieldViolation { Field = "signals[2].half_life_days", Description = "must be from 1 to 400" });
        return Task.FromResult(answer);
    }

    public override Task<CreateModelVersionResponse> CreateModelVersion(CreateModelVersionRequest request, ServerCallContext context)
    {
        Created.Enqueue(request);
        return Task.FromResult(new CreateModelVersionResponse { Model = Version(ModelState.Draft) });
    }

    public override Task<PublishModelResponse> PublishModel(PublishModelRequest request, ServerCallContext context) => request.Version == 2
        ? Task.FromResult(new PublishModelResponse { Model = Version(ModelState.Published, FilterCounts) })
        : throw new RpcException(new Status(StatusCode.FailedPrecondition, "The version is published."));

    public override Task<RetireModelResponse> RetireModel(RetireModelRequest request, ServerCallContext context) =>
        Task.FromResult(new RetireModelResponse { Model = Version(ModelState.Retired) });

    public override async Task TryModel(TryModelRequest request, IServerStreamWriter<TryModelResponse> responseStream, ServerCallContext context)
    {
        Tried.Enqueue(request);
        await responseStream.WriteAsync(new TryModelResponse { Progress = new TrialProgress { AsOf = "2018-09-02", MembersScored = 1, MembersTotal = 2 } });
        await responseStream.WriteAsync(new TryModelResponse { Report = Report });
    }

    public override async Task LearnModel(LearnModelRequest request, IServerStreamWriter<LearnModelResponse> responseStream, ServerCallContext context)
    {
        Learned.Enqueue(request);
        if (Learning is null) throw new RpcException(new Status(StatusCode.FailedPrecondition, "There are 3 positive and 1 negative outcomes."));
        await responseStream.WriteAsync(new LearnModelResponse { Progress = new LearnProgress { Stage = LearnStage.Reading, MembersRead = 7 } });
        await responseStream.WriteAsync(new LearnModelResponse { Report = Learning });
    }

    private static Model Version(ModelState state, FilterCounts? counts = null) =>
        new() { Model_ = "corporate-community", Version = 2, State = state, FilterCounts = counts, Signals = { _signal } };

    private static Model Create(string document) => new()
    {
        Model_ = "corporate-community",
        Version = 1,
        Title = "Corporate community",
        Description = "Who is about to buy.",
        State = ModelState.Published,
        Signals = { _signal },
        Document = document,
    };
}
