using System.Globalization;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;

namespace SocialLeads.Cli.Evaluate.StackExchange;

/// <summary>Holds models against who posted again in a dump, beside what a query over the posts would give.</summary>
internal static class DumpEvaluation
{
    /// <summary>Days between the days that are chosen when none are named.</summary>
    public const int Step = 15;

    /// <summary>The most days that are chosen when none are named.</summary>
    public const int MostDays = 4;

    private const string DatedOnly = "dated signals";

    /// <summary>What a dump tells only as it is at its end.</summary>
    private static readonly HashSet<string> _snapshotKinds = ["visit", "profile_update"];

    /// <summary>The latest days after which, and before which, there is a whole horizon of posts; earliest first.</summary>
    /// <exception cref="CliException">The dump is too short.</exception>
    public static IReadOnlyList<DateOnly> ChooseDays(DumpHistory history, int within)
    {
        var days = Enumerable.Range(0, MostDays).Select(step => history.LastDay.AddDays(-within - step * Step))
            .Where(day => day.AddDays(-within) > history.FirstDay).Order().ToArray();
        return days.Length > 0 ? days : throw new CliException(ExitCode.Usage,
            $"the dump has posts from {history.FirstDay:yyyy-MM-dd} to {history.LastDay:yyyy-MM-dd}: too short for {within} days before and after a day");
    }

    /// <summary>The models as they are, and without what the dump tells only at its end, and the baselines.</summary>
    public static async Task<IReadOnlyList<IRanking>> RankingsAsync(
        ServerConnection server, IReadOnlyList<string> models, DumpHistory history, ITruth truth, CancellationToken cancellationToken)
    {
        var rankings = new List<IRanking>();
        foreach (var model in models)
        {
            var ablation = await Ablation.OfAsync(
                server, model, DatedOnly, signal => signal.Kinds.Any(_snapshotKinds.Contains), cancellationToken);
            if (ablation is not null) rankings.Add(new ModelRanking(server, model, ablation));
            rankings.Add(new ModelRanking(server, model));
        }

        return
        [
            .. rankings, HistoryRanking.ByPosts(history), HistoryRanking.ByRecency(history), HistoryRanking.ByBoth(history, truth),
        ];
    }

    /// <summary>Whether the server has what the dump has.</summary>
    /// <exception cref="CliException">It has nothing of it.</exception>
    public static IEnumerable<string> CheckServer(DumpHistory history, IReadOnlyList<DayTable> tables, string import)
    {
        var notes = new List<string>
        {
            "A dump tells a member's last visit and profile only as they are at its end, so that as of an earlier day they are there for "
            + $"those alone who never came back. '{DatedOnly}': without the signals that measure them.",
        };
        foreach (var table in tables)
        {
            var inDump = history.Members.Values.Count(member => member.IsThere(table.Day));
            var day = table.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (table.Members.Count == 0 && inDump > 0)
                throw new CliException(ExitCode.NotFound, $"as of {day} the server knows nobody of this dump; import it: {import}");
            if (table.Members.Count < inDump)
                notes.Add($"as of {day} the server knows {Figures.Count(table.Members.Count)} of {Figures.Count(inDump)} members of the dump");
        }

        return notes;
    }
}
