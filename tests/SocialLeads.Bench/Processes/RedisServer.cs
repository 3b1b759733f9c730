using System.Globalization;
using SocialLeads.TestSupport;

namespace SocialLeads.Bench.Processes;

/// <summary>A Redis of the benchmark's own, on loopback, that is on the disk before it answers, as the product is.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/redis-server";

    private readonly Child _child;

    private RedisServer(Child child, int port) => (_child, Address) = (child, $"127.0.0.1:{port}");

    /// <summary>Why there can be none here; null when there can.</summary>
    public static string? WhyNot => File.Exists(Program) ? null : $"no {Program}";

    public string Address { get; }

    public static async Task<RedisServer> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var port = FreePort.Take();
        var child = Child.Start(
            "Redis",
            Program,
            [
                "--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", folder, "--save", "",
                "--appendonly", "yes", "--appendfsync", "always",
            ],
            new Dictionary<string, string>());
        try
        {
            while (!(await child.ReadLineAsync(cancellationToken)).Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                // What it says before it serves is of no interest.
            }

            return new RedisServer(child, port);
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _child.DisposeAsync();
}
