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
        var command = new Command("list", "Lists the models. With --json: a list of them, without their documents.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var models = await ReadAsync(server, cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(ModelJson.List(models));
            else
                ModelTables.WriteList(Consoles.ForOutput(host), models);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Model>> ReadAsync(ServerConnection server, CancellationToken cancellationToken)
    {
        var models = new List<Model>();
        var request = new ListModelsRequest { PageSize = PageSize };
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
