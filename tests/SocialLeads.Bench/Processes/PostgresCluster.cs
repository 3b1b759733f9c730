using System.Diagnostics;
using Npgsql;

namespace SocialLeads.Bench.Processes;

/// <summary>A PostgreSQL server of the benchmark's own, on loopback, that commits durably, as the product does.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string Installed = "/usr/lib/postgresql";

    // The server refuses to run as root.
    private const string User = "postgres";

    private static readonly string? _programs = Directory.Exists(Installed)
        ? Directory.GetDirectories(Installed).Select(version => Path.Combine(version, "bin")).Order().LastOrDefault(Directory.Exists)
        : null;

    private readonly string _data;
    private readonly int _port;

    private PostgresCluster(string data, int port) => (_data, _port) = (data, port);

    /// <summary>Why there can be none here; null when there can.</summary>
    public static string? WhyNot => _programs is null ? $"no PostgreSQL server programs in {Installed}" : null;

    public static async Task<PostgresCluster> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var data = Path.Combine(folder, "data");
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", [User, folder], cancellationToken);
            await RunAsync("chmod", ["o+x", Path.GetDirectoryName(folder)!], cancellationToken);
        }

        await RunOwnAsync("initdb", ["-D", data, "-U", User, "-A", "trust", "-E", "UTF8", "--no-locale"], cancellationToken);
        var port = FreePort.Find();
        var settings = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=512MB -c max_wal_size=4GB";
        await RunOwnAsync(
            "pg_ctl", ["start", "-w", "-D", data, "-l", Path.Combine(folder, "server.log"), "-o", settings], cancellationToken);
        return new PostgresCluster(data, port);
    }

    /// <summary>Makes a database and returns its connection string.</summary>
    public async Task<string> NewDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        await using var server = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var create = server.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync(cancellationToken);
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync() =>
        await RunOwnAsync("pg_ctl", ["stop", "-m", "immediate", "-D", _data], CancellationToken.None);

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username={User};Database={database}";

    private static Task RunOwnAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_programs!, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", User, "--", path, .. arguments], cancellationToken)
            : RunAsync(path, arguments, cancellationToken);
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        // The output is not read: the server that pg_ctl leaves behind would keep it open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
        })!;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}.");
    }
}
