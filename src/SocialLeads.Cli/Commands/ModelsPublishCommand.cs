using System.CommandLine;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>models publish</c>.</summary>
internal static class ModelsPublishCommand
{
    private const int MostSeconds = 86_400;
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(250);

    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var version = ModelName.Argument("The draft to publish.");
        var wait = NumberOption.Create(
            "--wait", "SECONDS", "How long to wait until everybody has been scored; 0 not to wait. What is published stays published.", 0, MostSeconds, 600);
        var command = new Command("publish",
            """
            Publishes a draft, and waits until what its filters match is counted of the log, everybody has been scored by it, and readers get it. Versions published before stay
            live until they are retired. Exit code 1 when it is not a draft, or is still being scored when the wait is over.
            With --json: the version, as in 'models list --json'.
            """)
        { version, wait };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var name = parsed.GetValue(version);
            var request = new PublishModelRequest { Model = name.Id, Version = name.Version };
            var answer = await server.Models.PublishModelAsync(request, server.Headers, cancellationToken: cancellationToken);
            var patience = TimeSpan.FromSeconds(parsed.GetValue(wait));
            var model = await PublishBar.ShowAsync(
                host, show => WaitAsync(server, answer.Model, patience, show, host.Time, cancellationToken));
            if (globals.Json(parsed))
                host.Output.WriteLine(ModelJson.Version(model));
            else
                ModelTables.WriteState(host.Output, model);
            return model.ReadyTime is not null || patience == TimeSpan.Zero ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    /// <summary>The version as it is when it is ready, or when the wait is over.</summary>
    private static async Task<Model> WaitAsync(
        ServerConnection server, Model model, TimeSpan patience, Action<Model> show, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var request = new GetModelRequest { Model = model.Model_, Version = model.Version };
        while (model is { ReadyTime: null, State: ModelState.Published } && time.GetElapsedTime(started) < patience)
        {
            show(model);
            await Task.Delay(_between, time, cancellationToken);
            model = (await server.Models.GetModelAsync(request, server.Headers, cancellationToken: cancellationToken)).Model;
        }

        show(model);
        return model;
    }
}
