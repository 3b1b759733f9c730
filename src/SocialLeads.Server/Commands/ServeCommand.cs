using System.CommandLine;
using SocialLeads.Server.Hosting;

namespace SocialLeads.Server.Commands;

/// <summary>Without a subcommand the server serves until it is told to stop.</summary>
internal sealed class ServeCommand : RootCommand
{
    private readonly ServerSettings _settings = new();

    public ServeCommand()
        : base("SocialLeads: scores the members of an online community and hands out ranked, explained leads over gRPC.")
    {
        _settings.AddTo(this);
        SetAction(ServeAsync);
    }

    private async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        await StartFailures.Report(parsed.InvocationConfiguration.Error, async () =>
        {
            await using var host = await ServerHost.StartAsync(_settings.ToBuilder(parsed), cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"SocialLeads serves gRPC at {host.GrpcAddress} and HTTP at {host.HttpAddress}");
            await host.WaitForShutdownAsync(cancellationToken);
        });
}
