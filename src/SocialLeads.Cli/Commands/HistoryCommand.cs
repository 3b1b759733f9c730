using System.CommandLine;
using SocialLeads.Cli.Output;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>history</c>: one member's score day by day.</summary>
internal static class HistoryCommand
{
    private const int MaxDays = 400;
    private const int DefaultDays = 90;

    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var member = new Argument<string>("MEMBER") { Description = "The member, by the community's own id." };
        var model = ModelOption.Create();
        var asOf = DayOption.Create();
        var days = NumberOption.Create("--days", "N", $"How many days, 1 to {MaxDays}.", 1, MaxDays, DefaultDays);
        var command = new Command("history",
            """
            Draws a member's points day by day, with the trend and the stage.

            With --json: member, model, modelVersion, trend, and days (day, points, score, stage, approximate: see 'explain').
            """)
        { member, model, asOf, days };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var request = new GetScoreHistoryRequest
            {
                Member = parsed.GetRequiredValue(member),
                Model = parsed.GetValue(model).Id,
                ModelVersion = parsed.GetValue(model).Version,
                AsOf = parsed.GetValue(asOf) ?? "",
                Days = parsed.GetValue(days),
            };
            var history = await server.Leads.GetScoreHistoryAsync(request, server.Headers, cancellationToken: cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(HistoryJson.Of(request.Member, history));
            else
                HistoryLine.Write(Consoles.ForOutput(host), history);
            return ExitCode.Done;
        });
        return command;
    }
}
