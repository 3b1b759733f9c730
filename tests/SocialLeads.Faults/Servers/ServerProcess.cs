using System.Diagnostics;
using System.Text.RegularExpressions;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using SocialLeads.TestSupport;
using SocialLeads.V1;

namespace SocialLeads.Faults.Servers;

/// <summary>The server as its operator runs it: a process of its own. What it prints goes to a file.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ServerOutput _output;
    private readonly CancellationTokenSource _ended = new();
    private readonly GrpcChannel _channel;
    private readonly Lazy<Task<string>> _late;
    private volatile bool _ending;

    private ServerProcess(Process process, ServerOutput output, Uri grpcAddress)
    {
        _process = process;
        _output = output;
        _channel = GrpcChannel.ForAddress(grpcAddress);
        _late = new(() => LateProcess.DescribeAsync(process, $"{output.File}.{process.Id}.dump"));
        var calls = _channel.Intercept(new CallPatience(this));
        Activities = new(calls);
        Leads = new(calls);
    }

    public ActivityService.ActivityServiceClient Activities { get; }

    public LeadService.LeadServiceClient Leads { get; }

    public int ProcessId => _process.Id;

    /// <summary>Whether it was told to end: from now on calls to it may fail in any way.</summary>
    public bool IsEnding => _ending;

    /// <summary>Cancelled when the process is gone, so that no call waits for its answer.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Resident memory, bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts a server on free ports and waits until it says that it serves.</summary>
    /// <exception cref="FaultException">It ended instead.</exception>
    public static async Task<ServerProcess> StartAsync(ServerLaunch launch)
    {
        var (process, output) = Launch(launch);
        if (await output.FirstMatchAsync(Serving()) is { } serving) return new(process, output, new Uri(serving.Groups[1].Value));
        await process.WaitForExitAsync();
        throw new FaultException($"The server did not start: {output.Tail}");
    }

    /// <summary>Starts a server and kills it before it had the time to start, or soon after.</summary>
    public static async Task KillWhileStartingAsync(ServerLaunch launch, TimeSpan after)
    {
        var (process, output) = Launch(launch);
        await Task.Delay(after);
        process.Kill();
        await process.WaitForExitAsync();
        await output.DisposeAsync();
        process.Dispose();
    }

    /// <summary>What could be seen of the process when it let a call wait for the first time.</summary>
    public Task<string> DescribeLateAsync() => _late.Value;

    /// <summary>The lines it printed so far that hold a text.</summary>
    public IReadOnlyList<string> Printed(string text) => _output.LinesWith(text);

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _ending = true;
        _process.Kill();
        await EndAsync();
    }

    /// <summary>SIGTERM, and SIGKILL if it has not ended by then.</summary>
    public async Task TerminateAsync(TimeSpan patience)
    {
        _ending = true;
        await SignalAsync("TERM");
        using var patient = new CancellationTokenSource(patience);
        await _process.WaitForExitAsync(patient.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Kill();
        await EndAsync();
    }

    /// <summary>SIGSTOP: the process does nothing, and its connections stay.</summary>
    public async Task PauseAsync()
    {
        _ending = true;
        await SignalAsync("STOP");
    }

    /// <summary>SIGCONT: the process goes on as if no time had passed.</summary>
    public Task ResumeAsync() => SignalAsync("CONT");

    /// <summary>Completes when the process has ended by itself.</summary>
    /// <exception cref="FaultException">It goes on and on.</exception>
    public async Task EndedByItselfAsync(TimeSpan patience)
    {
        using var patient = new CancellationTokenSource(patience);
        await _process.WaitForExitAsync(patient.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited) throw new FaultException($"The server did not end within {patience}: {_output.Tail}");
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_ended.IsCancellationRequested) await KillAsync();
        _channel.Dispose();
        _process.Dispose();
        _ended.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        await _output.DisposeAsync();
        await _ended.CancelAsync();
    }

    private static (Process Process, ServerOutput Output) Launch(ServerLaunch launch)
    {
        var (program, arguments) = launch.CommandLine(Path.Combine(AppContext.BaseDirectory, "socialleads-server.dll"));
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SOCIALLEADS_SILOPORT"] = $"{FreePort.Take()}";
        start.Environment["SOCIALLEADS_GATEWAYPORT"] = $"{FreePort.Take()}";
        foreach (var (name, value) in launch.Environment) start.Environment[name] = value;
        // A process that lives for a second gains nothing from counting what it runs.
        start.Environment["DOTNET_TieredPGO"] = "0";
        var process = Process.Start(start)!;
        return (process, new ServerOutput(process, launch.LogFile));
    }

    [GeneratedRegex("^SocialLeads serves gRPC at (http://[^ ]+) ")]
    private static partial Regex Serving();
}
