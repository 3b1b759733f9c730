using System.Globalization;
using System.Text.RegularExpressions;
using SocialLeads.Bench.Commands;
using SocialLeads.TestSupport;

namespace SocialLeads.Bench.Processes;

/// <summary>A server on loopback, at a port of the system's choosing.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly Dictionary<string, string> _noSaveByTime = new() { ["Partition__CheckpointInterval"] = "1.00:00:00" };

    private static readonly Dictionary<string, string> _noSave = new(_noSaveByTime) { ["Partition__CheckpointAfterActivities"] = "2000000000" };

    private readonly Child _child;

    private ServerProcess(Child child, string address) => (_child, Address) = (child, address);

    /// <summary>Where gRPC listens.</summary>
    public string Address { get; }

    /// <summary>Starts the product, as it is shipped; it serves when the task completes.</summary>
    /// <param name="data">The folder of the embedded store.</param>
    /// <param name="postgres">A connection string for a store on PostgreSQL; empty for the embedded one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="saving">When it saves states.</param>
    /// <param name="logLevel">From which level on it says what it does.</param>
    public static Task<ServerProcess> StartAsync(
        string data, string postgres, CancellationToken cancellationToken, Saving saving = Saving.AsShipped, string logLevel = "Warning") => StartAsync(
        Child.StartBeside(
            "The server",
            "socialleads-server.dll",
            ["--data", data, "--grpc", "0", "--http", "0"],
            new Dictionary<string, string>(SettingsOf(saving))
            {
                ["SOCIALLEADS_POSTGRES"] = postgres,
                ["Logging__LogLevel__Default"] = logLevel,
                // With the upstream packages two silos on one machine need two pairs of ports.
                ["SOCIALLEADS_SILOPORT"] = FreePort.Take().ToString(CultureInfo.InvariantCulture),
                ["SOCIALLEADS_GATEWAYPORT"] = FreePort.Take().ToString(CultureInfo.InvariantCulture),
            }),
        cancellationToken);

    /// <summary>Starts the floor: this program again, which decodes and logs, and does not score.</summary>
    public static Task<ServerProcess> StartFloorAsync(string data, CancellationToken cancellationToken) => StartAsync(
        // The same collector as the server's, which the web SDK chose.
        Child.StartBeside(
            "The floor",
            "SocialLeads.Bench.dll",
            [FloorCommand.CommandName, data],
            new Dictionary<string, string> { ["DOTNET_gcServer"] = "1" }),
        cancellationToken);

    /// <summary>Processor time it has used.</summary>
    public TimeSpan ProcessorTime => _child.ProcessorTime;

    /// <summary>What it has logged since it began to serve.</summary>
    public IEnumerable<string> Log() => _child.Unread();

    public Task StopAsync(CancellationToken cancellationToken) => _child.StopAsync(cancellationToken);

    public Task KillAsync() => _child.KillAsync();

    public ValueTask DisposeAsync() => _child.DisposeAsync();

    private static Dictionary<string, string> SettingsOf(Saving saving) => saving switch
    {
        Saving.ByActivities => _noSaveByTime,
        Saving.AtTheEnd => _noSave,
        _ => [],
    };

    private static async Task<ServerProcess> StartAsync(Child child, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                if (AddressPattern().Match(await child.ReadLineAsync(cancellationToken)) is { Success: true } match)
                    return new ServerProcess(child, match.Groups[1].Value);
            }
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    [GeneratedRegex(@"serves gRPC at (http://\S+)")]
    private static partial Regex AddressPattern();
}
