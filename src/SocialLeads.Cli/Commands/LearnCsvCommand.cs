using System.CommandLine;
using SocialLeads.Cli.Learn;
using SocialLeads.Cli.Output;

namespace SocialLeads.Cli.Commands;

/// <summary><c>learn csv</c>: tries the learner on any table, without a server.</summary>
internal static class LearnCsvCommand
{
    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A table with a header, separated by commas, semicolons, tabs or bars; - for standard input.",
        };
        var label = new Option<string>("--label")
        {
            Description = "The column with the outcome.",
            HelpName = "COLUMN",
            Required = true,
        };
        var positive = new Option<string>("--positive")
        {
            Description = "The value of that column that is looked for; all others count as not.",
            HelpName = "VALUE",
            Required = true,
        };
        var drop = new Option<string[]>("--drop")
        {
            Description = "Columns that are not learned from, such as ids.",
            HelpName = "COLUMN",
            AllowMultipleArgumentsPerToken = true,
        };
        var folds = NumberOption.Create("--folds", "N", "Folds of the cross-validation, 2 to 20.", 2, 20, 5);
        var seed = NumberOption.Create("--seed", "N", "Decides which rows fall into which fold.", 0, int.MaxValue, 0);
        var chart = new Option<string?>("--chart")
        {
            Description = "Draw the reliability curve and the two strongest shapes to this file, as SVG.",
            HelpName = "FILE",
        };
        var command = new Command("csv",
            """
            Learns an additive model from a table with the learner that learns from members' outcomes, and shows how good it is
            at rows it has not seen. Needs no server. A column whose every cell is a number is one of numbers, any other one of
            categories; an empty cell, or NA, is a missing value. At least 40 rows of either outcome are needed.
            With --json: auc, averagePrecision, brier, logLoss, ece, precisionAt5Percent and more, each from out-of-fold
            probabilities; seconds, rows, positives; and the model with the shape of each part in log-odds.
            """)
        { file, label, positive, drop, folds, seed, chart };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetValue(file)!;
            var table = await ReadAsync(name, host, cancellationToken);
            var labelled = LabelledTable.Of(
                table, parsed.GetValue(label)!, parsed.GetValue(positive)!, parsed.GetValue(drop) ?? []);
            foreach (var note in labelled.Notes) host.Error.WriteLine(Printable.Of($"socialleads: note: {note}"));
            var run = new LearnRun(host, table.Name, labelled, parsed.GetValue(folds), (ulong)parsed.GetValue(seed));
            var report = await LearnProgress.ShowAsync(host, run, cancellationToken);
            if (parsed.GetValue(chart) is { } path)
                await File.WriteAllTextAsync(path, LearnChart.Draw(report), cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(LearnJson.Of(report));
            else
                LearnText.Write(Consoles.ForOutput(host), report);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<CsvTable> ReadAsync(string name, CliHost host, CancellationToken cancellationToken)
    {
        await using var stream = InputFile.Open(name, host);
        var shown = name == InputFile.StandardInput ? "stdin" : Path.GetFileName(name);
        return await Task.Run(() => CsvTableReader.Read(stream, shown, cancellationToken), cancellationToken).WaitAsync(cancellationToken);
    }
}
