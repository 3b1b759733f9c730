using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Companies;
using SocialLeads.Scoring.Activities;
using SocialLeads.Server.Paging;
using SocialLeads.Server.Requests;
using SocialLeads.V1;

namespace SocialLeads.Server.Leads;

/// <summary>Reads companies: one, or a page of the ranked list.</summary>
internal sealed class CompanyReads(CompanyTables companies, BoardRequest boards)
{
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, NOT_FOUND or FAILED_PRECONDITION, naming the field.</exception>
    public async Task<GetCompanyResponse> Read(GetCompanyRequest request, string tenant, bool isKnown)
    {
        if (ActivityRules.CheckEmailDomain(request.Domain) is { } wrong) throw RpcErrors.InvalidArgument("domain", wrong);
        var (model, board) = await boards.ReadAsync(tenant, isKnown, new(request.Model, request.ModelVersion), request.AsOf);
        var found = isKnown ? await companies.Find(tenant, board, request.Domain.ToLowerInvariant()) : null;
        if (found is null)
        {
            throw RpcErrors.NotFound(
                "company", request.Domain, $"No member with activity on or before {BoardRequest.FormatDay(board.AsOfDay)} counts for a company of this domain.");
        }

        return new GetCompanyResponse
        {
            Company = CompanyMapper.ToCompany(model, found),
            TotalSize = found.Total,
            Model = board.Model,
            ModelVersion = board.ModelVersion,
            AsOf = BoardRequest.FormatDay(board.AsOfDay),
        };
    }

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, NOT_FOUND or FAILED_PRECONDITION, naming the field.</exception>
    public async Task<ListCompaniesResponse> Read(ListCompaniesRequest request, string tenant, bool isKnown)
    {
        var pageSize = PageSizes.Of(request.PageSize);
        var (model, board) = await boards.ReadAsync(tenant, isKnown, new(request.Model, request.ModelVersion), request.AsOf);
        RankedKey? after = null;
        if (request.PageToken.Length > 0)
        {
            (var first, after) = CompanyPageTokens.Read(tenant, board, request);
            if (first.ModelVersion != board.ModelVersion)
                model = await boards.FindBegunAsync(tenant, isKnown, new(first.Model, first.ModelVersion)) ?? throw CompanyPageTokens.NotGiven();
            board = first;
        }

        var response = new ListCompaniesResponse
        {
            Model = board.Model,
            ModelVersion = board.ModelVersion,
            AsOf = BoardRequest.FormatDay(board.AsOfDay),
        };
        if (!isKnown) return response;

        // One more than the page holds tells whether there is a next page.
        var page = await companies.List(tenant, board, after, pageSize + 1);
        response.TotalSize = page.Total;
        response.Companies.AddRange(page.Companies.Take(pageSize).Select((one, at) => CompanyMapper.ToCompany(model, one, page.FirstRank + at)));
        if (page.Companies.Count > pageSize)
            response.NextPageToken = CompanyPageTokens.Write(tenant, board, CompanyPage.KeyOf(page.Companies[pageSize - 1]));
        return response;
    }
}
