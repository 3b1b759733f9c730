using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Members;
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
    /// <summary>Bytes of leads in one answer: half of what clients take by default.</summary>
    private const int LargestAnswer = 2 * 1024 * 1024;

    /// <summary>Leads whose contributions are read together.</summary>
    private const int ExplainedAtATime = 100;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT or NOT_FOUND, naming the field.</exception>
    public async Task<ListLeadsResponse> Read(ListLeadsRequest request, string tenant, bool isKnown)
    {
        var pageSize = PageSizes.Of(request.PageSize);
        if (!(request.MinScore is >= 0 and <= 100))
            throw RpcErrors.InvalidArgument("min_score", "A score lies from 0 to 100.");
        var (model, board) = await boards.ReadAsync(tenant, isKnown, new(request.Model, request.ModelVersion), request.AsOf);
        RankedKey? after = null;
        if (request.PageToken.Length > 0)
        {
            (var first, after) = LeadPageTokens.Read(tenant, board, request);
            if (first.ModelVersion != board.ModelVersion)
                model = await boards.FindBegunAsync(tenant, isKnown, new(first.Model, first.ModelVersion)) ?? throw LeadPageTokens.NotGiven();
            board = first;
        }

        var response = new ListLeadsResponse
        {
            Model = board.Model,
            ModelVersion = board.ModelVersion,
            AsOf = BoardRequest.FormatDay(board.AsOfDay),
        };
        if (!isKnown) return response;

        // One more than the page holds tells whether there is a next page.
        var page = await ranking.List(tenant, board, after, pageSize + 1);
        response.TotalSize = page.Total;
        AddLeads(response, request, model, page, pageSize);
        if (request.View == LeadView.Full) await AddContributions(response, tenant, board);
        var shown = response.Leads.Count;
        if (shown > 0 && page.Keys.Length > shown && ScoreOf(model, page.Keys[shown]) >= request.MinScore)
            response.NextPageToken = LeadPageTokens.Write(tenant, board, request, page.Keys[shown - 1]);
        return response;
    }

    private static void AddLeads(ListLeadsResponse response, ListLeadsRequest request, ScoringModel model, RankedPage page, int pageSize)
    {
        var rank = page.FirstRank;
        foreach (var key in page.Keys.Take(pageSize))
        {
            var score = ScoreOf(model, key);
            if (score < request.MinScore) break;
            response.Leads.Add(LeadMapper.ToLead(key.Member, key.PointsThousandths, score, rank++, page.Total));
        }
    }

    /// <summary>Adds contributions, and takes leads from the end that do not fit into an answer with theirs.</summary>
    private async Task AddContributions(ListLeadsResponse response, string tenant, BoardId board)
    {
        var leads = response.Leads;
        var bytes = 0;
        for (var start = 0; start < leads.Count; start += ExplainedAtATime)
        {
            var members = leads.Skip(start).Take(ExplainedAtATime).Select(lead => lead.Member).ToList();
            var scores = (await ranking.Score(tenant, board, members)).Scores;
            for (var index = start; index < start + scores.Count; index++)
            {
                leads[index] = Explain(leads[index], scores[index - start], response.TotalSize);
                bytes += leads[index].CalculateSize();
                if (bytes <= LargestAnswer || index == 0) continue;
                while (leads.Count > index) leads.RemoveAt(leads.Count - 1);
                return;
            }
        }
    }

    /// <summary>A member may have acted since the list was read: the lead shows one moment, that of its contributions.</summary>
    private static Lead Explain(Lead lead, MemberScore? score, long total)
    {
        if (score is null) return lead;
        var explained = LeadMapper.ToLead(lead.Member, score.PointsThousandths, score.Score, lead.Rank, total);
        LeadMapper.AddContributions(explained, score);
        return explained;
    }

    private static double ScoreOf(ScoringModel model, RankedKey key) => model.Curve.Score(Points.FromThousandths(key.PointsThousandths));
}
