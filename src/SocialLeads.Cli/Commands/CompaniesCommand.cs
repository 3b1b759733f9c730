using System.CommandLine;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>companies</c>: the ranked companies.</summary>
internal static class CompaniesCommand
{
    private const int MaxLimit = 5_000;
    private const int DefaultLimit = 20;

    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var model = ModelOption.Create();
        var asOf = DayOption.Create();
        var limit = NumberOption.Create("--limit", "N", $"How many companies, 1 to {MaxLimit}.", 1, MaxLimit, DefaultLimit);
        var command = new Command("companies",
            """
            Shows the companies, best first: members rolled up by the domain of their e-mail address, mail services left out. A
            company has the mean points of its best members.

            With --json: a list of companies, each with domain, points, score, rank and members.
            """)
        { model, limit, asOf };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var request = new ListCompaniesRequest
            {
                Model = parsed.GetValue(model).Id,
                ModelVersion = parsed.GetValue(model).Version,
                AsOf = parsed.GetValue(asOf) ?? "",
            };
            var list = await CompanyList.ReadAsync(server, request, parsed.GetValue(limit), cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(CompanyJson.List(list.Companies));
            else
                CompaniesTable.Write(Consoles.ForOutput(host), list);
            return ExitCode.Done;
        });
        return command;
    }
}
