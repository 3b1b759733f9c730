using Grpc.Core;
using SocialLeads.Grains.Boards;
using SocialLeads.Server.Requests;
using SocialLeads.V1;

namespace SocialLeads.Server.Paging;

/// <summary>Page tokens of the ranked list: a place in its order, good for as long as the list is asked for in the same way.</summary>
internal static class LeadPageTokens
{
    public static string Write(string tenant, BoardId board, ListLeadsRequest request, RankedKey last) =>
        PageTokens.Write(new LeadPageToken
        {
            Model = board.Model,
            ModelVersion = board.ModelVersion,
            AsOfDay = board.AsOfDay,
            MinScore = request.MinScore,
            View = (int)request.View,
            Tenant = tenant,
            PointsThousandths = last.PointsThousandths,
            Member = last.Member,
        });

    /// <summary>The board and the place that the page follows.</summary>
    /// <remarks>
    /// A list of today that is read across midnight goes on as of the day it was begun, and one that is read while a model is
    /// published with the version it was begun: the day and the version are taken from the token when the request names none.
    /// </remarks>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: not a token, or of another list.</exception>
    public static (BoardId Board, RankedKey After) Read(string tenant, BoardId board, ListLeadsRequest request)
    {
        var token = PageTokens.Parse(LeadPageToken.Parser, request.PageToken) is { AsOfDay: >= 0 } parsed ? parsed : throw NotGiven();
        var of = new BoardId(token.Model, token.ModelVersion, token.AsOfDay);
        var asked = board with
        {
            AsOfDay = request.AsOf.Length == 0 ? of.AsOfDay : board.AsOfDay,
            ModelVersion = request.ModelVersion == 0 ? of.ModelVersion : board.ModelVersion,
        };
        var same = of == asked
            && token.MinScore.Equals(request.MinScore)
            && token.View == (int)request.View
            && token.Tenant == tenant
            && token.Member.Length > 0
            && token.AsOfDay <= board.AsOfDay + 1;
        return same
            ? (of, new RankedKey(token.PointsThousandths, token.Member))
            : throw RpcErrors.InvalidArgument("page_token", "The token is of a list with another tenant, model, version, day, minimum score or view.");
    }

    /// <summary>The one answer for everything that is not a token.</summary>
    public static RpcException NotGiven() => RpcErrors.InvalidArgument("page_token", "This is not a token that ListLeads gave.");
}
