using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SocialLeads.Server.Demo.Simulation;
using SocialLeads.V1;

namespace SocialLeads.Server.Demo;

/// <summary>Lets the sales desk work the list as it stood week after week, and records what it found.</summary>
internal sealed class OutcomeFeed(LeadService.LeadServiceClient client, string model)
{
    private const int HourOfCalls = 9;

    /// <param name="desk">The desk.</param>
    /// <param name="options">What is simulated.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many members were judged, and how many of them were found worth it.</returns>
    public async Task<(int Judged, int Qualified)> SendAsync(SalesDesk desk, DemoOptions options, CancellationToken cancellationToken)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"demo-{options.Seed}-{options.Members}-{options.Days}-");
        var firstDay = Community.LastDay.AddDays(1 - options.Days);
        var (judged, qualified) = (0, 0);
        foreach (var day in desk.Days)
        {
            var date = firstDay.AddDays(day);
            var request = new BatchRecordOutcomesRequest();
            foreach (var (member, isPositive) in desk.Judge(day, await HeadAsync(date, cancellationToken)))
            {
                judged++;
                if (isPositive) qualified++;
                request.Outcomes.Add(new Outcome
                {
                    Id = prefix + judged.ToString(CultureInfo.InvariantCulture),
                    Member = member,
                    Kind = isPositive ? OutcomeKind.Qualified : OutcomeKind.Rejected,
                    OccurredAt = Timestamp.FromDateTime(date.AddDays(1).ToDateTime(new TimeOnly(HourOfCalls, 0), DateTimeKind.Utc)),
                });
            }

            await client.BatchRecordOutcomesAsync(request, cancellationToken: cancellationToken);
        }

        return (judged, qualified);
    }

    /// <summary>The first 5 % of the list as it stood at the end of a day.</summary>
    private async Task<IReadOnlyList<string>> HeadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var request = new ListLeadsRequest { Model = model, AsOf = LeadList.Format(day), PageSize = LeadList.PageSize };
        var members = new List<string>();
        while (true)
        {
            var page = await client.ListLeadsAsync(request, cancellationToken: cancellationToken);
            members.AddRange(page.Leads.Select(lead => lead.Member));
            var wanted = (int)((page.TotalSize + RankingReview.Slices - 1) / RankingReview.Slices);
            if (members.Count >= wanted || page.NextPageToken.Length == 0) return [.. members.Take(wanted)];
            request.PageToken = page.NextPageToken;
        }
    }
}
