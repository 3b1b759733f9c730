using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>A member's points over time as one line of block characters, and where they are going in words.</summary>
internal static class HistoryLine
{
    private const string Levels = "▁▂▃▄▅▆▇█";
    private const char Before = '·';
    private const int MostColumns = 60;

    public static void Write(IAnsiConsole console, GetScoreHistoryResponse history)
    {
        var scored = history.Days.Where(day => day.HasPoints).ToList();
        if (scored.Count == 0)
        {
            console.WriteLine("No activity in these days yet.");
            return;
        }

        console.WriteLine($"{history.Days[0].Day} {Draw(history.Days)} {history.Days[^1].Day}");
        console.WriteLine(
            $"points {Points(scored[0])} on {scored[0].Day}, {Points(scored[^1])} on {scored[^1].Day}; "
            + $"least {Points(scored.MinBy(day => day.Points)!)}, most {Points(scored.MaxBy(day => day.Points)!)}   {Words(history.Trend)}");
        if (scored[^1].Stage.Length > 0)
            console.WriteLine($"stage {Printable.Of(scored[^1].Stage)} since {SinceDay(scored)}");
    }

    /// <summary>A column for each day, or for each of so many equal parts its last day.</summary>
    public static string Draw(IReadOnlyList<DayScore> days)
    {
        var columns = Math.Min(days.Count, MostColumns);
        var shown = Enumerable.Range(1, columns).Select(column => days[(int)((long)column * days.Count / columns) - 1]).ToList();
        var most = shown.Max(day => day.Points);
        var least = Math.Min(0, shown.Min(day => day.Points));
        return string.Concat(shown.Select(day => day.HasPoints ? Level(day.Points, least, most) : Before));
    }

    public static string Words(Trend trend) => trend switch
    {
        Trend.Improving => "improving",
        Trend.Steady => "steady",
        Trend.Declining => "declining",
        _ => "too little to say",
    };

    private static char Level(double points, double least, double most) =>
        Levels[most > least ? (int)Math.Round((points - least) / (most - least) * (Levels.Length - 1)) : 0];

    private static string Points(DayScore day) => Figures.Points(Figures.Exact(day.Points));

    private static string SinceDay(List<DayScore> scored)
    {
        var other = scored.FindLastIndex(day => day.Stage != scored[^1].Stage);
        return other < 0 ? $"{scored[0].Day} or before" : scored[other + 1].Day;
    }
}
