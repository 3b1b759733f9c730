using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Demo;

/// <summary>
/// Answers the calls of a demo in memory: takes activities in, ranks members by how often they looked at prices, and has
/// a model of one signal.
/// </summary>
internal sealed class CannedServer : CallInvoker
{
    private readonly HashSet<string> _ids = [];
    private readonly Dictionary<string, int> _points = [];
    private readonly List<Model> _created = [];

    /// <summary>An activity id that is refused; null for none.</summary>
    public string? Refuses { get; init; }

    /// <summary>The most requests that were ever unacknowledged on a stream.</summary>
    public int MostUnacknowledged { get; private set; }

    /// <summary>The sizes of the requests that came in.</summary>
    public List<int> BatchSizes { get; } = [];

    /// <summary>What is learned; null for a refusal.</summary>
    public LearnReport? Learning { get; init; }

    /// <summary>The outcomes that came in, each once.</summary>
    public Dictionary<string, Outcome> Outcomes { get; } = [];

    /// <summary>The models that were stored.</summary>
    public IReadOnlyList<Model> Created => _created;

    /// <summary>The requests for leads that came in.</summary>
    public List<ListLeadsRequest> LeadRequests { get; } = [];

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var stream = new CannedStream(Take);
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            (IClientStreamWriter<TRequest>)(object)stream.Requests,
            (IAsyncStreamReader<TResponse>)(object)stream.Responses,
            Task.FromResult(new Metadata()),
            () => Status.DefaultSuccess,
            () => [],
            () => MostUnacknowledged = Math.Max(MostUnacknowledged, stream.MostUnacknowledged));
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        object response = request switch
        {
            ListLeadsRequest list => List(list),
            GetModelRequest get => new GetModelResponse { Model = Get(get) },
            ListModelsRequest => new ListModelsResponse { Models = { _created } },
            CreateModelVersionRequest create => new CreateModelVersionResponse { Model = Create(create) },
            PublishModelRequest publish => new PublishModelResponse { Model = Publish(publish) },
            BatchRecordOutcomesRequest outcomes => Take(outcomes),
            _ => throw new RpcException(new Status(StatusCode.Unimplemented, method.FullName)),
        };
        return new AsyncUnaryCall<TResponse>(
            Task.FromResult((TResponse)response), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException(method.FullName);

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Assert.Equal(("learned", "corporate-community"), request is LearnModelRequest learn ? (learn.Model, learn.FromModel) : default);
        return new AsyncServerStreamingCall<TResponse>(
            (IAsyncStreamReader<TResponse>)(object)new CannedLearning(Learning),
            Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        throw new NotSupportedException(method.FullName);

    private StreamActivitiesResponse Take(StreamActivitiesRequest request)
    {
        BatchSizes.Add(request.Activities.Count);
        var response = new StreamActivitiesResponse { Sequence = request.Sequence };
        for (var i = 0; i < request.Activities.Count; i++)
        {
            var activity = request.Activities[i];
            if (activity.Id == Refuses)
            {
                var violation = new FieldViolation { Field = "kind", Description = "It is refused." };
                response.Rejected.Add(new RejectedActivity { Index = i, Violations = { violation } });
            }
            else if (!_ids.Add(activity.Id))
            {
                response.DuplicateCount++;
            }
            else
            {
                response.AcceptedCount++;
                var looked = activity.Kind == "page_view" && activity.Tags.Contains("pricing");
                _points[activity.Member] = _points.GetValueOrDefault(activity.Member) + (looked ? 1 : 0);
            }
        }

        return response;
    }

    private Model Get(GetModelRequest request) => _created.Find(model => model.Model_ == request.Model && model.Version == request.Version)
        ?? new Model { Signals = { new Signal { Signal_ = "prices", Title = "Looked at prices" } } };

    private Model Create(CreateModelVersionRequest request)
    {
        _created.Add(new Model { Model_ = "learned", Version = _created.Count + 1, Document = request.Document, State = ModelState.Draft });
        return _created[^1].Clone();
    }

    private Model Publish(PublishModelRequest request)
    {
        var model = Get(new GetModelRequest { Model = request.Model, Version = request.Version });
        (model.State, model.ReadyTime) = (ModelState.Published, new Google.Protobuf.WellKnownTypes.Timestamp());
        return model;
    }

    private BatchRecordOutcomesResponse Take(BatchRecordOutcomesRequest request)
    {
        var response = new BatchRecordOutcomesResponse();
        foreach (var outcome in request.Outcomes)
            response.Results.Add(new OutcomeResult { Disposition = Outcomes.TryAdd(outcome.Id, outcome) ? Disposition.Accepted : Disposition.Duplicate });
        return response;
    }

    private ListLeadsResponse List(ListLeadsRequest request)
    {
        LeadRequests.Add(request.Clone());
        var first = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken);
        var ranked = _points.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).ToArray();
        var response = new ListLeadsResponse { TotalSize = ranked.Length };
        for (var i = first; i < Math.Min(first + request.PageSize, ranked.Length); i++)
        {
            var lead = new Lead { Member = ranked[i].Key, Rank = i + 1, Points = ranked[i].Value, Score = 50 };
            if (request.View == LeadView.Full)
                lead.Contributions.Add(new Contribution { Signal = "prices", Facet = "pricing", Points = lead.Points });

            response.Leads.Add(lead);
        }

        if (first + request.PageSize < ranked.Length)
            response.NextPageToken = (first + request.PageSize).ToString();

        return response;
    }
}
