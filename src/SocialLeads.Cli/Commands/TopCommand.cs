using System.CommandLine;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>top</c>: the ranked leads.</summary>
internal static class TopCommand
{
    public const int MaxLimit = 5_000;
    private const int DefaultLimit = 20;

    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var model = ModelOption.Create();
        var asOf = DayOption.Create();
        var limit = NumberOption.Create("--limit", "N", $"How many leads, 1 to {MaxLimit}.", 1, MaxLimit, DefaultLimit);
        var minScore = NumberOption.Create("--min-score", "S", "Only leads with at least this score, 0 to 100.", 0.0, 100.0, 0.0);
        var command = new Command("top",
            """
            Shows the leads, best first, with the strongest reasons for each.

            With --json: a list of leads, each with member, points, score, rank, percentile, approximate (see 'explain') and contributions
            (signal, facet, measured, points). rank is a JSON number, so that scripts can sort by it, where proto JSON has a string.
            """)
        { model, limit, asOf, minScore };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var request = new ListLeadsRequest
            {
                Model = parsed.GetValue(model).Id,
                ModelVersion = parsed.GetValue(model).Version,
                AsOf = parsed.GetValue(asOf) ?? "",
                MinScore = parsed.GetValue(minScore),
                View = LeadView.Full,
            };
            var list = await LeadList.ReadAsync(server, request, parsed.GetValue(limit), cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(LeadJson.List(list.Leads));
            else
                TopTable.Write(Consoles.ForOutput(host), list);
            return ExitCode.Done;
        });
        return command;
    }
}
