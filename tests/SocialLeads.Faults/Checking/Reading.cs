using System.Globalization;
using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Traffic;
using SocialLeads.V1;

namespace SocialLeads.Faults.Checking;

/// <summary>Reads everything that a server says of its members.</summary>
internal static class Reading
{
    private const int PageSize = 100;

    /// <exception cref="FaultException">The pages do not add up to one list.</exception>
    public static async Task<Standing> Of(ServerProcess server)
    {
        var days = new Dictionary<DateOnly, Dictionary<string, string>>();
        foreach (var day in ActivityMaker.ComparedDays) days.Add(day, await ReadDay(server, day));
        return new Standing(days, await ReadOutcomes(server));
    }

    private static async Task<List<string>> ReadOutcomes(ServerProcess server)
    {
        var outcomes = new List<string>();
        var request = new ListOutcomesRequest { PageSize = PageSize };
        do
        {
            var page = await server.Leads.ListOutcomesAsync(request, cancellationToken: server.Ended);
            outcomes.AddRange(page.Outcomes.Select(one => OutcomeText.Of(one.Member, (int)one.Kind, one.Day, one.HasAmount ? (long)(one.Amount * 1000) : 0)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        outcomes.Sort(StringComparer.Ordinal);
        return outcomes;
    }

    private static async Task<Dictionary<string, string>> ReadDay(ServerProcess server, DateOnly day)
    {
        var leads = new Dictionary<string, string>(StringComparer.Ordinal);
        var request = new ListLeadsRequest
        {
            AsOf = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            PageSize = PageSize,
            View = LeadView.Full,
        };
        long total;
        do
        {
            var page = await server.Leads.ListLeadsAsync(request, cancellationToken: server.Ended);
            foreach (var lead in page.Leads)
            {
                if (!leads.TryAdd(lead.Member, LeadText.Of(lead)))
                    throw new FaultException($"Member '{lead.Member}' is on two pages of the list as of {request.AsOf}.");
            }

            total = page.TotalSize;
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return leads.Count == total
            ? leads
            : throw new FaultException($"The list as of {request.AsOf} has {leads.Count} leads, but says that there are {total}.");
    }
}
