using SocialLeads.V1;

namespace SocialLeads.Cli.Server;

/// <summary>The head of the ranked companies, read page by page.</summary>
/// <param name="Companies">Best first.</param>
/// <param name="TotalSize">How many companies there are in all.</param>
/// <param name="Model">The model that scored.</param>
/// <param name="ModelVersion">Its version.</param>
/// <param name="AsOf">The day, YYYY-MM-DD.</param>
internal sealed record CompanyList(IReadOnlyList<Company> Companies, long TotalSize, string Model, int ModelVersion, string AsOf)
{
    private const int PageSize = 1_000;

    public static async Task<CompanyList> ReadAsync(
        ServerConnection server, ListCompaniesRequest request, int limit, CancellationToken cancellationToken)
    {
        var companies = new List<Company>();
        ListCompaniesResponse page;
        do
        {
            request.PageSize = Math.Min(limit - companies.Count, PageSize);
            page = await server.Leads.ListCompaniesAsync(request, server.Headers, cancellationToken: cancellationToken);
            companies.AddRange(page.Companies.Take(limit - companies.Count));
            request.PageToken = page.NextPageToken;
        }
        while (page is { Companies.Count: > 0, NextPageToken.Length: > 0 } && companies.Count < limit);

        return new CompanyList(companies, page.TotalSize, page.Model, page.ModelVersion, page.AsOf);
    }
}
