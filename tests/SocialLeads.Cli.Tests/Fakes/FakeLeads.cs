using System.Collections.Concurrent;
using System.Globalization;
using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Fakes;

/// <summary>Hands out the leads a test gives it, in pages.</summary>
internal sealed class FakeLeads : LeadService.LeadServiceBase
{
    /// <summary>Best first.</summary>
    public List<Lead> Leads { get; } = [];

    /// <summary>Gives the leads of a list, best first; <see cref="Leads"/> when not set.</summary>
    public Func<ListLeadsRequest, IReadOnlyList<Lead>>? Ranked { get; set; }

    public ConcurrentQueue<ListLeadsRequest> Lists { get; } = new();

    public ConcurrentQueue<GetScoreRequest> Scores { get; } = new();

    public ConcurrentQueue<GetScoreHistoryRequest> Histories { get; } = new();

    /// <summary>Thrown by calls for histories alone, when set.</summary>
    public RpcException? HistoryFailure { get; set; }

    /// <summary>What every member's history is.</summary>
    public GetScoreHistoryResponse History { get; } = SomeLeads.History();

    public ConcurrentQueue<GetTopicsRequest> TopicQuestions { get; } = new();

    /// <summary>What every member is busy with.</summary>
    public GetTopicsResponse Topics { get; } = SomeLeads.Topics();

    /// <summary>Best first.</summary>
    public List<Company> Companies { get; } = [];

    public ConcurrentQueue<ListCompaniesRequest> CompanyLists { get; } = new();

    public ConcurrentQueue<GetCompanyRequest> CompanyQuestions { get; } = new();

    /// <summary>The tenant header of each call.</summary>
    public ConcurrentQueue<string?> Tenants { get; } = new();

    /// <summary>Thrown by every call, when set.</summary>
    public RpcException? Failure { get; set; }

    public override Task<ListLeadsResponse> ListLeads(ListLeadsRequest request, ServerCallContext context)
    {
        Lists.Enqueue(request);
        Enter(context);
        var start = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
        var leads = Ranked?.Invoke(request) ?? Leads;
        var end = Math.Min(start + request.PageSize, leads.Count);
        return Task.FromResult(new ListLeadsResponse
        {
            Leads = { leads.Take(start..end) },
            NextPageToken = end < leads.Count ? end.ToString(CultureInfo.InvariantCulture) : "",
            TotalSize = 3_461,
            Model = request.Model.Length == 0 ? "corporate-community" : request.Model,
            ModelVersion = 1,
            AsOf = request.AsOf.Length == 0 ? "2026-01-31" : request.AsOf,
        });
    }

    public override Task<GetScoreResponse> GetScore(GetScoreRequest request, ServerCallContext context)
    {
        Scores.Enqueue(request);
        Enter(context);
        var lead = Leads.Find(lead => lead.Member == request.Member)
            ?? throw new RpcException(new Status(StatusCode.NotFound, $"member '{request.Member}' has no activity on or before 2018-09-02"));
        return Task.FromResult(new GetScoreResponse { Lead = lead, Model = "corporate-community", ModelVersion = 1, AsOf = "2018-09-02" });
    }

    public override Task<GetScoreHistoryResponse> GetScoreHistory(GetScoreHistoryRequest request, ServerCallContext context)
    {
        Histories.Enqueue(request);
        Enter(context);
        return HistoryFailure is null ? Task.FromResult(History) : throw HistoryFailure;
    }

    public override Task<GetTopicsResponse> GetTopics(GetTopicsRequest request, ServerCallContext context)
    {
        TopicQuestions.Enqueue(request);
        Enter(context);
        return Task.FromResult(Topics);
    }

    public override Task<ListCompaniesResponse> ListCompanies(ListCompaniesRequest request, ServerCallContext context)
    {
        CompanyLists.Enqueue(request);
        Enter(context);
        var start = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
        var end = Math.Min(start + request.PageSize, Companies.Count);
        return Task.FromResult(new ListCompaniesResponse
        {
            Companies = { Companies.Take(start..end) },
            NextPageToken = end < Companies.Count ? end.ToString(CultureInfo.InvariantCulture) : "",
            TotalSize = Companies.Count,
            Model = "recruiting",
            ModelVersion = 1,
            AsOf = "2018-09-02",
        });
    }

    public override Task<GetCompanyResponse> GetCompany(GetCompanyRequest request, ServerCallContext context)
    {
        CompanyQuestions.Enqueue(request);
        Enter(context);
        var company = Companies.Find(one => one.Domain == request.Domain)
            ?? throw new RpcException(new Status(StatusCode.NotFound, "no such company"));
        return Task.FromResult(new GetCompanyResponse
        {
            Company = company,
            Model = "recruiting",
            ModelVersion = 1,
            AsOf = "2018-09-02",
            TotalSize = 214,
        });
    }

    /// <summary>Outcomes by member and id, as the real server has them.</summary>
    public ConcurrentDictionary<(string Member, string Id), Outcome> Outcomes { get; } = new();

    public ConcurrentQueue<ListOutcomesRequest> OutcomeLists { get; } = new();

    /// <summary>How many outcomes each request had.</summary>
    public ConcurrentQueue<int> OutcomeRequests { get; } = new();

    /// <summary>Called with the number of the request, from 1, before outcomes are recorded.</summary>
    public Action<int>? BeforeOutcomes { get; set; }

    public override Task<RecordOutcomeResponse> RecordOutcome(RecordOutcomeRequest request, ServerCallContext context)
    {
        Enter(context);
        return Task.FromResult(new RecordOutcomeResponse { Disposition = Record(request.Outcome) });
    }

    /// <summary>Rejects outcomes of the member <c>nobody</c>.</summary>
    public override Task<BatchRecordOutcomesResponse> BatchRecordOutcomes(BatchRecordOutcomesRequest request, ServerCallContext context)
    {
        Enter(context);
        OutcomeRequests.Enqueue(request.Outcomes.Count);
        BeforeOutcomes?.Invoke(OutcomeRequests.Count);
        var response = new BatchRecordOutcomesResponse();
        foreach (var outcome in request.Outcomes)
        {
            response.Results.Add(outcome.Member == "nobody"
                ? new OutcomeResult { Disposition = Disposition.Rejected, Violations = { new FieldViolation { Field = "member", Description = "is nobody" } } }
                : new OutcomeResult { Disposition = Record(outcome) });
        }

        return Task.FromResult(response);
    }

    /// <summary>Three a page.</summary>
    public override Task<ListOutcomesResponse> ListOutcomes(ListOutcomesRequest request, ServerCallContext context)
    {
        OutcomeLists.Enqueue(request);
        Enter(context);
        var start = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
        var all = Outcomes.OrderBy(pair => pair.Key.Member, StringComparer.Ordinal).ThenBy(pair => pair.Value.OccurredAt).Select(pair => pair.Value).ToList();
        var end = Math.Min(start + Math.Min(3, request.PageSize), all.Count);
        var response = new ListOutcomesResponse { NextPageToken = end < all.Count ? end.ToString(CultureInfo.InvariantCulture) : "" };
        foreach (var outcome in all.Take(start..end))
        {
            var recorded = new RecordedOutcome { Member = outcome.Member, Kind = outcome.Kind, Day = $"{outcome.OccurredAt.ToDateTime():yyyy-MM-dd}" };
            if (outcome.HasAmount) recorded.Amount = outcome.Amount;
            response.Outcomes.Add(recorded);
        }

        return Task.FromResult(response);
    }

    private Disposition Record(Outcome outcome) =>
        Outcomes.TryAdd((outcome.Member, outcome.Id), outcome) ? Disposition.Accepted : Disposition.Duplicate;

    private void Enter(ServerCallContext context)
    {
        Tenants.Enqueue(context.RequestHeaders.GetValue("socialleads-tenant"));
        if (Failure is not null)
            throw Failure;
    }
}
