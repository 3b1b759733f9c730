using SocialLeads.V1;

namespace SocialLeads.Cli.Server;

/// <summary>The head of the ranked list, read page by page.</summary>
/// <param name="Leads">Best first.</param>
/// <param name="TotalSize">How many members there are in all.</param>
/// <param name="Model">The model that scored.</param>
/// <param name="ModelVersion">Its version.</param>
/// <param name="AsOf">The day, YYYY-MM-DD.</param>
internal sealed record LeadList(IReadOnlyList<Lead> Leads, long TotalSize, string Model, int ModelVersion, string AsOf)
{
    // A lead with all its contributions can take some 100 kB; a page must fit in a message.
    private const int PageSize = 200;

    public static async Task<LeadList> ReadAsync(
        ServerConnection server, ListLeadsRequest request, int limit, CancellationToken cancellationToken, int pageSize = PageSize)
    {
        var leads = new List<Lead>();
        ListLeadsResponse page;
        do
        {
            request.PageSize = Math.Min(limit - leads.Count, pageSize);
            page = await server.Leads.ListLeadsAsync(request, server.Headers, cancellationToken: cancellationToken);
            leads.AddRange(page.Leads.Take(limit - leads.Count));
            request.PageToken = page.NextPageToken;
        }
        while (page is { Leads.Count: > 0, NextPageToken.Length: > 0 } && leads.Count < limit);

        return new LeadList(leads, page.TotalSize, page.Model, page.ModelVersion, page.AsOf);
    }
}
