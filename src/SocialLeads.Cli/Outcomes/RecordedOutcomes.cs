using System.Globalization;
using SocialLeads.Cli.Server;
using SocialLeads.V1;

namespace SocialLeads.Cli.Outcomes;

/// <summary>The outcomes that a server has, read page by page.</summary>
internal static class RecordedOutcomes
{
    private const int PageSize = 10_000;

    /// <summary>At most so many of those that a request asks for.</summary>
    /// <returns>The outcomes, and whether there are more.</returns>
    public static async Task<(IReadOnlyList<RecordedOutcome> Outcomes, bool More)> ReadAsync(
        ServerConnection server, ListOutcomesRequest request, int limit, CancellationToken cancellationToken)
    {
        var read = new List<RecordedOutcome>();
        do
        {
            request.PageSize = Math.Min(limit - read.Count, PageSize);
            var page = await server.Leads.ListOutcomesAsync(request, server.Headers, cancellationToken: cancellationToken);
            read.AddRange(page.Outcomes.Take(limit - read.Count));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0 && read.Count < limit);

        return (read, request.PageToken.Length > 0);
    }

    /// <summary>All of them, as a file has them.</summary>
    /// <exception cref="CliException">There are none, or more than are held in memory.</exception>
    public static async Task<IReadOnlyList<OutcomeRow>> ReadRowsAsync(ServerConnection server, CancellationToken cancellationToken)
    {
        var (recorded, more) = await ReadAsync(server, new ListOutcomesRequest(), OutcomeSheet.MaxRows, cancellationToken);
        if (more)
            throw new CliException(ExitCode.Refused, $"the server has more than {OutcomeSheet.MaxRows:N0} outcomes: --outcomes FILE holds models against a choice of them");
        if (recorded.Count == 0)
            throw new CliException(ExitCode.Usage, "no outcomes are recorded: 'socialleads outcomes import FILE' records them, --outcomes FILE holds models against a file");
        return [.. recorded.Select(one => new OutcomeRow(
            one.Member, DateOnly.ParseExact(one.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), OutcomeWords.Of(one.Kind)))];
    }
}
