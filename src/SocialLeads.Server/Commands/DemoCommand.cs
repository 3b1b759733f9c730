using System.CommandLine;
using Grpc.Net.Client;
using SocialLeads.Server.Demo;
using SocialLeads.Server.Hosting;
using Spectre.Console;

namespace SocialLeads.Server.Commands;

/// <summary>Shows the main job on a simulated community: activity goes in over gRPC, ranked and explained leads come out.</summary>
internal sealed class DemoCommand : Command
{
    private static readonly DemoOptions _defaults = new();

    private readonly ServerSettings _settings = new();

    private readonly Option<int> _members = new("--members")
    {
        Description = $"How many members the community has, {DemoOptions.FewestMembers} to {DemoOptions.MostMembers}.",
        DefaultValueFactory = _ => _defaults.Members,
    };

    private readonly Option<int> _days = new("--days")
    {
        Description = $"How many days are simulated, {DemoOptions.FewestDays} to {DemoOptions.MostDays}.",
        DefaultValueFactory = _ => _defaults.Days,
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "Decides everything that chance decides.",
        DefaultValueFactory = _ => _defaults.Seed,
    };

    private readonly Option<bool> _exit = new("--exit") { Description = "Stop when the leads are shown, instead of serving on." };

    public DemoCommand()
        : base("demo", "Simulates a community, sends its activity through the server's own gRPC endpoint, and shows the leads.")
    {
        _settings.AddTo(this);
        Add(_members);
        Add(_days);
        Add(_seed);
        Add(_exit);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new DemoOptions
        {
            Members = parsed.GetValue(_members),
            Days = parsed.GetValue(_days),
            Seed = parsed.GetValue(_seed),
        };
        var error = parsed.InvocationConfiguration.Error;
        if (options.Validate() is { Count: > 0 } violations)
        {
            foreach (var violation in violations) await error.WriteLineAsync(violation);
            return 2;
        }

        // Without --data every demo begins with an empty store, and leaves nothing behind.
        using var folder = _settings.NamesData(parsed) ? null : new TemporaryFolder();
        var tookAll = false;
        var started = await StartFailures.Report(
            error, async () => tookAll = await ShowAsync(parsed, options, folder?.Path, cancellationToken));
        return started == 0 && !tookAll ? 1 : started;
    }

    private async Task<bool> ShowAsync(ParseResult parsed, DemoOptions options, string? folder, CancellationToken cancellationToken)
    {
        KeyValuePair<string, string?>[] own = [new("Logging:LogLevel:Default", "Warning"), new("Data", folder)];
        await using var host = await ServerHost.StartAsync(
            _settings.ToBuilder(parsed, folder is null ? own[..1] : own), cancellationToken);
        using var channel = GrpcChannel.ForAddress(host.GrpcAddress);
        var demo = new DemoRun(channel.CreateCallInvoker(), AnsiConsole.Console, host.Services.GetRequiredService<TimeProvider>());
        var exit = parsed.GetValue(_exit);
        var tookAll = await demo.RunAsync(options, exit ? null : host.GrpcAddress.ToString().TrimEnd('/'), cancellationToken);
        if (!exit) await host.WaitForShutdownAsync(cancellationToken);
        return tookAll;
    }
}
