using System.CommandLine;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>models list</c>.</summary>
internal static class ModelsListCommand
{
    private const int PageSize = 100;

    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var model = new Option<string>("--model") { Description = "Only versions of this model.", HelpName = "ID" };
        var all = new Option<bool>("--all") { Description = "Retired versions, too." };
        var command = new Command("list",
            """
            Lists the versions of models. Where filters over texts are counted only in part, or not at all, the state says so.

            With --json: a list of them, without their documents; filterCounts and filtersUncounted say the same of filters.
            """)
        { model, all };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var models = await ReadAsync(
                server, new ListModelsRequest { PageSize = PageSize, Model = parsed.GetValue(model) ?? "", ShowRetired = parsed.GetValue(all) }, cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(ModelJson.List(models));
            else
                ModelTables.WriteList(Consoles.ForOutput(host), models);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Model>> ReadAsync(
        ServerConnection server, ListModelsRequest request, CancellationToken cancellationToken)
    {
        var models = new List<Model>();
        ListModelsResponse page;
        do
        {
            page = await server.Models.ListModelsAsync(request, server.Headers, cancellationToken: cancellationToken);
            models.AddRange(page.Models);
            request.PageToken = page.NextPageToken;
        }
        while (page is { Models.Count: > 0, NextPageToken.Length: > 0 });

        return models;
    }
}
