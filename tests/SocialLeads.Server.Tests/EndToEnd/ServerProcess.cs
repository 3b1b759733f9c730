using System.Diagnostics;
using System.Text.RegularExpressions;
using Grpc.Net.Client;
using SocialLeads.TestSupport;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>The server as its operator runs it: a process of its own, which can be killed.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _output;
    private readonly Task<string> _error;

    private ServerProcess(Process process, Uri grpcAddress, Task output, Task<string> error)
    {
        _process = process;
        _output = output;
        _error = error;
        Channel = GrpcChannel.ForAddress(grpcAddress);
    }

    public GrpcChannel Channel { get; }

    public ActivityService.ActivityServiceClient Activities => new(Channel);

    public LeadService.LeadServiceClient Leads => new(Channel);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts a server on free ports and waits until it says that it serves.</summary>
    public static async Task<ServerProcess> StartAsync(string data)
    {
        var process = Launch("--data", data, "--grpc", "0", "--http", "0");
        var error = process.StandardError.ReadToEndAsync(Cancel);
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            if (Serving().Match(line) is { Success: true } serving)
                return new(process, new Uri(serving.Groups[1].Value), process.StandardOutput.ReadToEndAsync(Cancel), error);
        }

        throw new InvalidOperationException($"The server did not start: {await error}");
    }

    /// <summary>Runs a server that is expected to end by itself.</summary>
    public static async Task<(int ExitCode, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Launch(arguments);
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var error = await process.StandardError.ReadToEndAsync(Cancel);
        await output;
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, error);
    }

    /// <summary>SIGKILL: nothing of the server runs any more.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, and the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(Cancel);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAll(_output, _error);
        _process.Dispose();
    }

    private static Process Launch(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "socialleads-server.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                // How long the host waits for calls that do not end: for ever, to the eye of a test.
                ["DOTNET_SHUTDOWNTIMEOUTSECONDS"] = "3600",
                ["SOCIALLEADS_SILOPORT"] = $"{FreePort.Take()}",
                ["SOCIALLEADS_GATEWAYPORT"] = $"{FreePort.Take()}",
            },
        })!;

    [GeneratedRegex("^SocialLeads serves gRPC at (http://[^ ]+) and HTTP at http://[^ ]+$")]
    private static partial Regex Serving();
}
