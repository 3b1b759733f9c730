using Grpc.Core;
using SocialLeads.Grains.Boards;
using SocialLeads.Server.Requests;
using SocialLeads.V1;

namespace SocialLeads.Server.Paging;

/// <summary>Page tokens of the ranked companies, by the rules of <see cref="LeadPageTokens"/>.</summary>
internal static class CompanyPageTokens
{
    public static string Write(string tenant, BoardId board, RankedKey last) => PageTokens.Write(new CompanyPageToken
    {
        Model = board.Model,
        ModelVersion = board.ModelVersion,
        AsOfDay = board.AsOfDay,
        Tenant = tenant,
        PointsThousandths = last.PointsThousandths,
        Domain = last.Member,
    });

    /// <summary>The board and the place that the page follows.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: not a token, or of another list.</exception>
    public static (BoardId Board, RankedKey After) Read(string tenant, BoardId board, ListCompaniesRequest request)
    {
        var token = PageTokens.Parse(CompanyPageToken.Parser, request.PageToken) is { AsOfDay: >= 0, Domain.Length: > 0 } parsed
            ? parsed
            : throw NotGiven();
        var of = new BoardId(token.Model, token.ModelVersion, token.AsOfDay);
        var asked = board with
        {
            AsOfDay = request.AsOf.Length == 0 ? of.AsOfDay : board.AsOfDay,
            ModelVersion = request.ModelVersion == 0 ? of.ModelVersion : board.ModelVersion,
        };
        return of == asked && token.Tenant == tenant && token.AsOfDay <= board.AsOfDay + 1
            ? (of, new RankedKey(token.PointsThousandths, token.Domain))
            : throw RpcErrors.InvalidArgument("page_token", "The token is of a list with another tenant, model, version or day.");
    }

    /// <summary>The one answer for everything that is not a token.</summary>
    public static RpcException NotGiven() => RpcErrors.InvalidArgument("page_token", "This is not a token that ListCompanies gave.");
}
