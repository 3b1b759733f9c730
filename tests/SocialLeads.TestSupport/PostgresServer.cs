using System.Diagnostics;

namespace SocialLeads.TestSupport;

/// <summary>
/// A PostgreSQL server of its own, on loopback, in a temporary folder that is deleted at the end. It can be stopped as
/// by a crash and started again at the same address.
/// </summary>
/// <remarks>Unless told otherwise it does not sync to disk: what a killed process wrote survives that process, which is all that tests need.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    // The server refuses to run as root.
    private const string User = "postgres";
    private const string Installed = "/usr/lib/postgresql";

    private const string NoSync = "-c fsync=off -c max_connections=300";

    private readonly string _programs;
    private readonly string _settings;
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("socialleads-postgres-");
    private readonly int _port = FreePort.Take();
    private bool _running;

    private PostgresServer(string programs, string settings) => (_programs, _settings) = (programs, settings);

    /// <summary>For Npgsql, with a role that may do everything.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username={User};Database=postgres";

    private string DataDirectory => Path.Combine(_root.FullName, "data");

    /// <summary>The folder of the newest server programs that Debian's packages installed; null when there are none.</summary>
    public static string? FindPrograms() => Directory.Exists(Installed)
        ? Directory.GetDirectories(Installed).Select(version => Path.Combine(version, "bin")).Order().LastOrDefault(Directory.Exists)
        : null;

    /// <summary>Makes a new cluster and starts it.</summary>
    /// <param name="programs">The folder of the server programs, see <see cref="FindPrograms"/>.</param>
    /// <param name="settings">Settings as the server's command line has them.</param>
    /// <exception cref="InvalidOperationException">A program failed; the message has its output.</exception>
    public static async Task<PostgresServer> StartAsync(string programs, string settings = NoSync)
    {
        var server = new PostgresServer(programs, settings);
        try
        {
            if (Environment.IsPrivilegedProcess) await RunAsync(new ProcessStartInfo("chown", [User, server._root.FullName]));
            await server.RunProgramAsync(
                "initdb", "-D", server.DataDirectory, "-U", User, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server after <see cref="StopImmediatelyAsync"/>; it takes connections when the task completes.</summary>
    public async Task StartAgainAsync()
    {
        await RunProgramAsync(
            "pg_ctl", "start", "-w", "-D", DataDirectory, "-l", Path.Combine(_root.FullName, "server.log"),
            "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= {_settings}");
        _running = true;
    }

    /// <summary>Aborts every server process without a checkpoint, as a crash does.</summary>
    public async Task StopImmediatelyAsync()
    {
        await RunProgramAsync("pg_ctl", "stop", "-m", "immediate", "-D", DataDirectory);
        _running = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (_running) await StopImmediatelyAsync();
        _root.Delete(recursive: true);
    }

    private Task RunProgramAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        return RunAsync(Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", User, "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments));
    }

    private static async Task RunAsync(ProcessStartInfo start)
    {
        start.WorkingDirectory = Path.GetTempPath();
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}: {await output}{await errors}");
        }
    }
}
