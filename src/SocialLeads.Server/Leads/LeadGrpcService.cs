using Google.Protobuf.Collections;
using Grpc.Core;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Members;
using SocialLeads.Grains.Ranking;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Topics;
using SocialLeads.Server.Outcomes;
using SocialLeads.Server.Requests;
using SocialLeads.V1;

namespace SocialLeads.Server.Leads;

/// <summary>Hands out scores of members and companies, and passes on what is asked about lists and outcomes.</summary>
internal sealed class LeadGrpcService(
    TenantRanking ranking,
    LeadLists lists,
    CompanyReads companies,
    OutcomeRecording recording,
    OutcomeLists outcomes,
    Tenants tenants,
    BoardRequest boards)
    : LeadService.LeadServiceBase
{
    private const int MaxMembers = 1_000;
    private const int MostHistoryDays = 400;
    private const int DefaultHistoryDays = 90;
    private const int MostTopics = 100;

    /// <summary>Bytes of an answer: below the 4 MiB that gRPC clients take by default.</summary>
    private const int LargestAnswer = 4_000_000;

    public override async Task<GetScoreResponse> GetScore(GetScoreRequest request, ServerCallContext context)
    {
        CheckMember("member", request.Member);
        var (tenant, isKnown) = await tenants.OfReaderAsync(context);
        var (_, board) = await boards.ReadAsync(tenant, isKnown, new(request.Model, request.ModelVersion), request.AsOf);
        var leads = isKnown ? await ReadLeads(tenant, board, [request.Member], LeadView.Full) : [null];
        return new GetScoreResponse
        {
            Lead = leads[0] ?? throw NoActivity(request.Member, board.AsOfDay),
            Model = board.Model,
            ModelVersion = board.ModelVersion,
            AsOf = BoardRequest.FormatDay(board.AsOfDay),
        };
    }

    public override async Task<BatchGetScoresResponse> BatchGetScores(BatchGetScoresRequest request, ServerCallContext context)
    {
        if (request.Members.Count is 0 or > MaxMembers)
            throw RpcErrors.InvalidArgument("members", $"A request names 1 to {MaxMembers} members; this one names {request.Members.Count}.");
        for (var index = 0; index < request.Members.Count; index++) CheckMember($"members[{index}]", request.Members[index]);
        var (tenant, isKnown) = await tenants.OfReaderAsync(context);
        var (_, board) = await boards.ReadAsync(tenant, isKnown, new(request.Model, request.ModelVersion), request.AsOf);
        var response = new BatchGetScoresResponse
        {
            Model = board.Model,
            ModelVersion = board.ModelVersion,
            AsOf = BoardRequest.FormatDay(board.AsOfDay),
        };
        var leads = isKnown ? await ReadLeads(tenant, board, request.Members, request.View) : new Lead?[request.Members.Count];
        for (var index = 0; index < leads.Length; index++)
        {
            if (leads[index] is { } lead) response.Leads.Add(lead);
            else response.Missing.Add(request.Members[index]);
        }

        return response.CalculateSize() <= LargestAnswer ? response : throw RpcErrors.AnswerTooLarge(LargestAnswer);
    }

    public override async Task<GetScoreHistoryResponse> GetScoreHistory(GetScoreHistoryRequest request, ServerCallContext context)
    {
        CheckMember("member", request.Member);
        if (request.Days is < 0 or > MostHistoryDays)
            throw RpcErrors.InvalidArgument("days", $"A history has 1 to {MostHistoryDays} days, or 0 for {DefaultHistoryDays}.");
        var (tenant, isKnown) = await tenants.OfReaderAsync(context);
        var (_, board) = await boards.ReadAsync(tenant, isKnown, new(request.Model, request.ModelVersion), request.AsOf);
        var days = request.Days == 0 ? DefaultHistoryDays : request.Days;
        var history = isKnown ? await ranking.History(tenant, board, request.Member, Math.Max(0, board.AsOfDay - days + 1)) : null;
        if (history is null) throw RpcErrors.NotFound("member", request.Member, "No activity of this member is known.");
        if (history.IsTooLong) throw RpcErrors.TooManyColleagues();
        return new GetScoreHistoryResponse
        {
            Days = { history.Days.Select(day => HistoryMapper.ToDay(day, history.ExactFrom)) },
            Trend = HistoryMapper.ToTrend(history.Trend),
            Model = board.Model,
            ModelVersion = board.ModelVersion,
        };
    }

    public override async Task<ListLeadsResponse> ListLeads(ListLeadsRequest request, ServerCallContext context)
    {
        var (tenant, isKnown) = await tenants.OfReaderAsync(context);
        return await lists.Read(request, tenant, isKnown);
    }

    public override async Task<ListCompaniesResponse> ListCompanies(ListCompaniesRequest request, ServerCallContext context)
    {
        var (tenant, isKnown) = await tenants.OfReaderAsync(context);
        return await companies.Read(request, tenant, isKnown);
    }

    public override async Task<GetCompanyResponse> GetCompany(GetCompanyRequest request, ServerCallContext context)
    {
        var (tenant, isKnown) = await tenants.OfReaderAsync(context);
        return await companies.Read(request, tenant, isKnown);
    }

    public override async Task<GetTopicsResponse> GetTopics(GetTopicsRequest request, ServerCallContext context)
    {
        CheckMember("member", request.Member);
        if (request.Days is < 0 or > ModelBounds.HorizonDays)
            throw RpcErrors.InvalidArgument("days", $"Topics are of 1 to {ModelBounds.HorizonDays} days, or 0 for {TopTopics.DefaultDays}.");
        if (request.Limit is < 0 or > MostTopics)
            throw RpcErrors.InvalidArgument("limit", $"A limit is 1 to {MostTopics}, or 0 for {TopTopics.DefaultMost}.");
        var (tenant, isKnown) = await tenants.OfReaderAsync(context);
        var asOf = boards.ReadDay(request.AsOf);
        var days = request.Days == 0 ? TopTopics.DefaultDays : request.Days;
        var most = request.Limit == 0 ? TopTopics.DefaultMost : request.Limit;
        var found = (isKnown ? await ranking.Topics(tenant, request.Member, asOf, days, most) : null) ?? throw NoActivity(request.Member, asOf);
        return new GetTopicsResponse
        {
            Topics =
            {
                found.Topics.Select(topic => new V1.Topic { Tag = topic.Tag, Count = topic.Count, LatestDay = BoardRequest.FormatDay(topic.LatestDay) }),
            },
            AsOf = BoardRequest.FormatDay(asOf),
            Days = days,
        };
    }

    public override Task<RecordOutcomeResponse> RecordOutcome(RecordOutcomeRequest request, ServerCallContext context) =>
        recording.RecordAsync(Tenants.OfRecorder(context), request);

    public override Task<BatchRecordOutcomesResponse> BatchRecordOutcomes(BatchRecordOutcomesRequest request, ServerCallContext context) =>
        recording.RecordAsync(Tenants.OfRecorder(context), request);

    public override async Task<ListOutcomesResponse> ListOutcomes(ListOutcomesRequest request, ServerCallContext context)
    {
        var (tenant, isKnown) = await tenants.OfReaderAsync(context);
        return await outcomes.ReadAsync(request, tenant, isKnown, context.CancellationToken);
    }

    /// <summary>A lead for each member, null for those without activity on or before the board's day.</summary>
    private async Task<Lead?[]> ReadLeads(string tenant, BoardId board, RepeatedField<string> members, LeadView view)
    {
        var ranked = await ranking.Rank(tenant, board, members);
        var leads = new Lead?[members.Count];
        for (var index = 0; index < leads.Length; index++)
        {
            if (ranked.Scores[index] is { } score) leads[index] = ToLead(members[index], score, ranked.Ranks[index], ranked.Total, view);
        }

        return leads;
    }

    private static Lead ToLead(string member, MemberScore score, long rank, long total, LeadView view)
    {
        var lead = LeadMapper.ToLead(member, score.PointsThousandths, score.Score, rank, total);
        if (view != LeadView.Basic) LeadMapper.AddContributions(lead, score);
        return lead;
    }

    private static RpcException NoActivity(string member, int asOfDay) => RpcErrors.NotFound(
        "member", member, $"No activity of this member is known on or before {BoardRequest.FormatDay(asOfDay)}.");

    private static void CheckMember(string field, string member)
    {
        if (ActivityRules.CheckMember(member) is { } wrong) throw RpcErrors.InvalidArgument(field, wrong);
    }
}
