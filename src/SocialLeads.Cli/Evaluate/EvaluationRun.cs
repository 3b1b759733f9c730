using System.Globalization;
using SocialLeads.Cli.Output;

namespace SocialLeads.Cli.Evaluate;

/// <summary>Reads the days, and leaves out those that cannot tell rankings apart.</summary>
internal static class EvaluationRun
{
    /// <summary>The most scores that are held in memory: members by days by rankings.</summary>
    public const int MaxScores = 20_000_000;

    /// <exception cref="CliException">No day is left, or there is too much to hold.</exception>
    public static async Task<EvaluationReport> RunAsync(
        IReadOnlyList<IRanking> rankings, IReadOnlyList<DateOnly> days, ITruth truth, int draws, ulong seed,
        Func<IReadOnlyList<DayTable>, IEnumerable<string>> notesOn, CancellationToken cancellationToken)
    {
        var tables = new List<DayTable>();
        foreach (var day in days)
        {
            tables.Add(await DayTable.ReadAsync(day, rankings, truth, cancellationToken));
            if (tables.Sum(table => (long)table.Members.Count) * rankings.Count > MaxScores)
                throw new CliException(ExitCode.Usage, $"more than {Figures.Count(MaxScores)} scores: fewer days or models, please");
        }

        if (rankings.GroupBy(ranking => ranking.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new CliException(ExitCode.Usage, $"--model: {twice.Key} is there twice");

        var notes = notesOn(tables).ToList();
        var usable = tables.Where(table => table.Positives > 0 && table.Positives < table.Members.Count).ToArray();
        if (usable.Length == 0)
            throw new CliException(ExitCode.Usage, $"nothing to tell apart: {string.Join("; ", tables.Select(WhyNot))}");
        notes.AddRange(tables.Except(usable).Select(table => $"left out: {WhyNot(table)}"));
        return await Task.Run(
            () => new Evaluation(rankings, usable, draws, seed).Measure(truth, notes, cancellationToken), cancellationToken);
    }

    private static string WhyNot(DayTable table)
    {
        var day = table.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (table.Members.Count == 0)
            return $"as of {day} there are no members in question";
        return table.Positives == 0
            ? $"as of {day} none of {Figures.Count(table.Members.Count)} members has a positive outcome ahead"
            : $"as of {day} all {Figures.Count(table.Members.Count)} members have a positive outcome ahead";
    }
}
