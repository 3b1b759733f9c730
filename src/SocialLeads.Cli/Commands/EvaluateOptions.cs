using System.CommandLine;
using SocialLeads.Cli.Evaluate;
using SocialLeads.Cli.Output;

namespace SocialLeads.Cli.Commands;

/// <summary>What both ways to evaluate can be told.</summary>
internal sealed class EvaluateOptions
{
    /// <summary>The most days, and the most models.</summary>
    public const int Most = 20;

    private const int DefaultWithin = 60;
    private const int DefaultDraws = 500;

    public Option<string[]> Models { get; } = new("--model")
    {
        Description = $"A model that ranks, at most {Most}. Without it, corporate-community.",
        HelpName = "ID[@VERSION]",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<DateOnly[]> Days { get; } = DaysOption.Create();

    public Option<int> Draws { get; } = NumberOption.Create("--draws", "N", "Bootstrap draws of each interval, 100 to 10000.", 100, 10_000, DefaultDraws);

    public Option<int> Seed { get; } = NumberOption.Create("--seed", "N", "Decides the draws.", 0, int.MaxValue, 0);

    public Option<string?> Report { get; } = new("--report")
    {
        Description = "Write everything to this file as a page of HTML, charts included.",
        HelpName = "FILE.html",
    };

    public Option<string?> Chart { get; } = new("--chart")
    {
        Description = "Draw lift, gains and reliability to this file, as SVG.",
        HelpName = "FILE.svg",
    };

    public void AddTo(Command command)
    {
        Option[] all = [Models, Days, Draws, Seed, Report, Chart];
        foreach (var option in all) command.Options.Add(option);
    }

    public static Option<int> Within() =>
        NumberOption.Create("--within", "DAYS", "Days after a day that are looked at, 1 to 400.", 1, 400, DefaultWithin);

    /// <summary>The models named; the server's default when none is.</summary>
    /// <exception cref="CliException">There are too many.</exception>
    public IReadOnlyList<string> ModelsOf(ParseResult parsed)
    {
        var named = parsed.GetValue(Models) is { Length: > 0 } models ? models : [""];
        return named.Length <= Most ? named : throw new CliException(ExitCode.Usage, $"--model: {named.Length} models; at most {Most}");
    }

    /// <summary>The days named, in order, each once.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="within">Days of the horizon.</param>
    /// <param name="last">The last day of which outcomes can be known.</param>
    /// <exception cref="CliException">There are too many, or the days after one are not over.</exception>
    public IReadOnlyList<DateOnly> DaysOf(ParseResult parsed, int within, DateOnly last)
    {
        var days = (parsed.GetValue(Days) ?? []).Distinct().Order().ToArray();
        if (days.Length > Most)
            throw new CliException(ExitCode.Usage, $"--as-of: {days.Length} days; at most {Most}");
        foreach (var day in days)
        {
            if (day.DayNumber + within > last.DayNumber)
                throw new CliException(ExitCode.Usage, $"--as-of: the {within} days after {day:yyyy-MM-dd} are not over by {last:yyyy-MM-dd}");
        }

        return days;
    }

    /// <summary>Shows the report, and writes the files that were asked for.</summary>
    public async Task WriteAsync(
        ParseResult parsed, CliHost host, bool json, EvaluationReport report, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Chart) is { } chart)
            await File.WriteAllTextAsync(chart, EvaluationChart.Draw(report), cancellationToken);
        if (parsed.GetValue(Report) is { } page)
            await File.WriteAllTextAsync(page, EvaluationPage.Write(report), cancellationToken);
        if (json)
            host.Output.WriteLine(EvaluationJson.Of(report));
        else
            EvaluationText.Write(Consoles.ForOutput(host), report);
    }
}
