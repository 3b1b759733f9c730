using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SocialLeads.Storage.Tests.Postgres;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace SocialLeads.Storage.Tests.Postgres;

/// <summary>
/// A PostgreSQL server of the tests' own, on loopback, in a folder that is deleted at the end; started when a test first
/// asks for it. Where the server's programs are missing the tests are skipped, but in CI they fail.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    // The server refuses to run as root.
    private const string User = "postgres";

    private readonly SemaphoreSlim _starting = new(1);
    private DirectoryInfo? _root;
    private string? _connectionString;

    public async Task<string> ConnectionStringAsync()
    {
        await _starting.WaitAsync();
        try
        {
            return _connectionString ??= await StartAsync(FindPrograms());
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_root is not null)
        {
            await RunAsync(FindPrograms(), "pg_ctl", "stop", "-m", "immediate", "-D", DataDirectory);
            _root.Delete(recursive: true);
        }

        _starting.Dispose();
    }

    private string DataDirectory => Path.Combine(_root!.FullName, "data");

    private async Task<string> StartAsync(string programs)
    {
        _root = Directory.CreateTempSubdirectory("socialleads-postgres-");
        if (Environment.IsPrivilegedProcess)
            await RunAsync("", "chown", User, _root.FullName);

        await RunAsync(programs, "initdb", "-D", DataDirectory, "-U", User, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        var port = FreePort();
        await RunAsync(
            programs, "pg_ctl", "start", "-w", "-D", DataDirectory, "-l", Path.Combine(_root.FullName, "server.log"),
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300");
        return $"Host=127.0.0.1;Port={port};Username={User};Database=postgres";
    }

    private static string FindPrograms()
    {
        const string installed = "/usr/lib/postgresql";
        var newest = Directory.Exists(installed)
            ? Directory.GetDirectories(installed).Select(d => Path.Combine(d, "bin")).Order().LastOrDefault(Directory.Exists)
            : null;
        if (newest is null && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip($"No PostgreSQL server programs in {installed}.");

        return newest ?? throw new InvalidOperationException($"No PostgreSQL server programs in {installed}, and this is CI.");
    }

    private static async Task RunAsync(string directory, string program, params string[] arguments)
    {
        var path = Path.Combine(directory, program);
        var start = Environment.IsPrivilegedProcess && directory.Length > 0
            ? new ProcessStartInfo("runuser", ["-u", User, "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = Path.GetTempPath();
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await output}{await errors}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
