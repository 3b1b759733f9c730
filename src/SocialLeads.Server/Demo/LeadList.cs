using System.Globalization;
using SocialLeads.V1;

namespace SocialLeads.Server.Demo;

/// <summary>The ranked leads of a community, read from the server.</summary>
/// <param name="Top">The best leads with their contributions.</param>
/// <param name="Members">Every member of the store, best first.</param>
internal sealed record LeadList(IReadOnlyList<Lead> Top, IReadOnlyList<string> Members)
{
    /// <summary>Members in a page.</summary>
    public const int PageSize = 1000;

    /// <summary>A day as requests have it.</summary>
    public static string Format(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads the leads.</summary>
    /// <param name="client">The service.</param>
    /// <param name="model">The id of the model.</param>
    /// <param name="asOf">The day to score as of.</param>
    /// <param name="top">How many leads are wanted with contributions, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<LeadList> ReadAsync(
        LeadService.LeadServiceClient client, string model, string asOf, int top, CancellationToken cancellationToken)
    {
        var full = await client.ListLeadsAsync(
            new ListLeadsRequest { Model = model, AsOf = asOf, PageSize = top, View = LeadView.Full },
            cancellationToken: cancellationToken);
        return new LeadList(full.Leads, await ReadMembersAsync(client, model, asOf, cancellationToken));
    }

    /// <summary>Every member of the store, best first.</summary>
    public static async Task<IReadOnlyList<string>> ReadMembersAsync(
        LeadService.LeadServiceClient client, string model, string asOf, CancellationToken cancellationToken)
    {
        var members = new List<string>();
        var request = new ListLeadsRequest { Model = model, AsOf = asOf, PageSize = PageSize, View = LeadView.Basic };
        do
        {
            var page = await client.ListLeadsAsync(request, cancellationToken: cancellationToken);
            members.AddRange(page.Leads.Select(l => l.Member));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return members;
    }
}
