using System.CommandLine;
using SocialLeads.Cli.Output;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>company</c>: one company's points, member by member.</summary>
internal static class CompanyCommand
{
    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var domain = new Argument<string>("DOMAIN") { Description = "The domain of its members' e-mail addresses." };
        var model = ModelOption.Create();
        var asOf = DayOption.Create();
        var command = new Command("company",
            """
            Shows a company's points with a bar for each of the members who make it up; what they add is the points exactly.

            With --json: domain, points, score, rank, members and best (member, ownPoints, adds), with totalSize, model,
            modelVersion and asOf.
            """)
        { domain, model, asOf };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var request = new GetCompanyRequest
            {
                Domain = parsed.GetRequiredValue(domain),
                Model = parsed.GetValue(model).Id,
                ModelVersion = parsed.GetValue(model).Version,
                AsOf = parsed.GetValue(asOf) ?? "",
            };
            var company = await server.Leads.GetCompanyAsync(request, server.Headers, cancellationToken: cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(CompanyJson.One(company));
            else
                CompanySheet.Write(Consoles.ForOutput(host), company);
            return ExitCode.Done;
        });
        return command;
    }
}
