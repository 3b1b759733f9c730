using System.CommandLine;
using SocialLeads.Bench.Reports;
using SocialLeads.Bench.Results;
using SocialLeads.Bench.Rows;
using Spectre.Console;

namespace SocialLeads.Bench.Commands;

/// <summary>Measures everything in one go and shows it.</summary>
internal sealed class BenchCommand : RootCommand
{
    private const int WidthOfTable = 150;

    private readonly Option<bool> _quick = new("--quick") { Description = "Less of everything: under ten minutes." };

    private readonly Option<FileInfo?> _json = new("--json") { Description = "Writes every figure with its rival, ratio, target and whether it is met." };

    private readonly Option<FileInfo?> _report = new("--report") { Description = "Writes the table: a page with charts for .html, Markdown for .md." };

    private readonly Option<string[]> _only = new("--only")
    {
        Description = $"Only these rows, by comma: {string.Join(", ", AllRows.List.Select(row => row.Name))}.",
        CustomParser = given => [.. given.Tokens.SelectMany(token => token.Value.Split(','))],
        Arity = ArgumentArity.OneOrMore,
    };

    public BenchCommand()
        : base("Measures SocialLeads against its rivals, in one run on this machine.")
    {
        Add(_quick);
        Add(_json);
        Add(_report);
        Add(_only);
        Add(new LoadCommand());
        Add(new FloorCommand());
        _only.Validators.Add(given =>
        {
            var names = AllRows.List.Select(row => row.Name).ToList();
            foreach (var wrong in given.GetValueOrDefault<string[]>()!.Except(names))
                given.AddError($"There is no row '{wrong}'; there are {string.Join(", ", names)}.");
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var only = parsed.GetValue(_only);
        var rows = AllRows.List.Where(row => only is not { Length: > 0 } || only.Contains(row.Name));
        var error = parsed.InvocationConfiguration.Error;
        var results = new List<Result>();
        using var lab = new Lab(parsed.GetValue(_quick) ? Scale.Quick : Scale.Full, TimeProvider.System, error);
        foreach (var row in rows.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
        {
            lab.Say($"{row.Name}: {row.Title}");
            results.AddRange(await RunAsync(row, lab, cancellationToken));
        }

        // What was measured before Ctrl+C is shown all the same.
        await ShowAsync(parsed, lab, results);
        return cancellationToken.IsCancellationRequested || results.Exists(result => result.Failed) ? 1 : 0;
    }

    private async Task ShowAsync(ParseResult parsed, Lab lab, IReadOnlyList<Result> results)
    {
        var report = new Report(Machine.Describe(TimeProvider.System), lab.Scale, lab.Elapsed, results);
        AnsiConsole.Console.Profile.Width = Math.Max(AnsiConsole.Console.Profile.Width, WidthOfTable);
        AnsiConsole.Write(ResultTable.Of(report));
        foreach (var (name, note) in report.Notes) await parsed.InvocationConfiguration.Output.WriteLineAsync($"{name}: {note}");
        if (parsed.GetValue(_json) is { } json) await File.WriteAllTextAsync(json.FullName, JsonReport.Of(report));
        if (parsed.GetValue(_report) is { } page)
        {
            var text = page.Extension == ".md" ? MarkdownReport.Of(report) : HtmlReport.Of(report);
            await File.WriteAllTextAsync(page.FullName, text);
        }
    }

    /// <summary>A row that fails must not take the others' figures with it; it shows in the table and in the exit code.</summary>
    private static async Task<IReadOnlyList<Result>> RunAsync(IRow row, Lab lab, CancellationToken cancellationToken)
    {
        try
        {
            return await row.RunAsync(lab, cancellationToken);
        }
        catch (Exception reason)
        {
            if (cancellationToken.IsCancellationRequested) return [Result.Skipped(row.Name, row.Title, "stopped")];
            lab.Say($"{row.Name} failed: {reason}");
            return [new Result(row.Name, row.Title, "", null) { Note = $"failed: {reason.Message}", Failed = true }];
        }
    }
}
