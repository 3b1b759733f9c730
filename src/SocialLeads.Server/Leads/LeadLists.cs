using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Ranking;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;
using SocialLeads.Server.Paging;
using SocialLeads.Server.Requests;
using SocialLeads.V1;

namespace SocialLeads.Server.Leads;

/// <summary>Reads pages of the ranked list.</summary>
internal sealed class LeadLists(TenantRanking ranking, BoardRequest boards)
{
    private const int DefaultPageSize = 50;
    private const int LargestPageSize = 1_000;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT or NOT_FOUND, naming the field.</exception>
    public async Task<ListLeadsResponse> Read(ListLeadsRequest request, string tenant, bool isKnown)
    {
        var pageSize = PageSize(request.PageSize);
        if (!(request.MinScore is >= 0 and <= 100))
            throw RpcErrors.InvalidArgument("min_score", "A score lies from 0 to 100.");
        var (model, board) = boards.Read(request.Model, request.AsOf);
        RankedKey? after = null;
        if (request.PageToken.Length > 0) (board, after) = LeadPageTokens.Read(tenant, board, request);

        var response = new ListLeadsResponse
        {
            Model = model.Id,
            ModelVersion = model.Version,
            AsOf = BoardRequest.FormatDay(board.AsOfDay),
        };
        if (!isKnown) return response;

        // One more than the page holds tells whether there is a next page.
        var page = await ranking.List(tenant, board, after, pageSize + 1);
        response.TotalSize = page.Total;
        AddLeads(response, request, model, page, pageSize);
        if (response.Leads.Count == pageSize && page.Keys.Length > pageSize && IsListed(model, page.Keys[pageSize], request))
            response.NextPageToken = LeadPageTokens.Write(tenant, board, request, page.Keys[pageSize - 1]);
        if (request.View == LeadView.Full) await AddContributions(response, tenant, board);
        return response;
    }

    private static void AddLeads(ListLeadsResponse response, ListLeadsRequest request, ScoringModel model, RankedPage page, int pageSize)
    {
        var rank = page.FirstRank;
        foreach (var key in page.Keys.Take(pageSize))
        {
            if (!IsListed(model, key, request)) break;
            response.Leads.Add(LeadMapper.ToLead(key.Member, key.PointsThousandths, ScoreOf(model, key), rank++, page.Total));
        }
    }

    private async Task AddContributions(ListLeadsResponse response, string tenant, BoardId board)
    {
        var scores = await ranking.Score(tenant, board, response.Leads.Select(lead => lead.Member));
        for (var index = 0; index < scores.Length; index++)
        {
            if (scores[index] is not { } score) continue;
            // A member may have acted between the two reads: the lead shows one moment, that of its contributions.
            var lead = response.Leads[index];
            response.Leads[index] = LeadMapper.ToLead(lead.Member, score.PointsThousandths, score.Score, lead.Rank, response.TotalSize);
            LeadMapper.AddContributions(response.Leads[index], score);
        }
    }

    private static bool IsListed(ScoringModel model, RankedKey key, ListLeadsRequest request) => ScoreOf(model, key) >= request.MinScore;

    private static double ScoreOf(ScoringModel model, RankedKey key) => model.Curve.Score(Points.FromThousandths(key.PointsThousandths));

    private static int PageSize(int asked) => asked switch
    {
        < 0 => throw RpcErrors.InvalidArgument("page_size", "A page size is 0 (for 50) or more."),
        0 => DefaultPageSize,
        _ => Math.Min(asked, LargestPageSize),
    };
}
