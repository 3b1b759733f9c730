using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Testing;

namespace Grpc.Kestrel.Tests;

/// <summary>A script in another language with that language's official gRPC.</summary>
public sealed class ForeignProcess : IDisposable
{
    private static readonly ConcurrentDictionary<string, bool> _probes = [];
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private ForeignProcess(Process process) => _process = process;

    public static ForeignProcess Ruby(string script, params string[] arguments) => Start(
        "ruby", ["-e", "require 'grpc'"], script, arguments, "apt-get install ruby-grpc ruby-googleauth");

    public static ForeignProcess Python(string script, params string[] arguments) => Start(
        "/usr/bin/python3",
        ["-c", "import grpc, google.protobuf"],
        script,
        arguments,
        "apt-get install python3-grpcio python3-protobuf");

    /// <summary>A file with the descriptor of the test service, from which the scripts make their messages.</summary>
    public static string DescriptorFile()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("grpc-interop-").FullName, "test.pb");
        File.WriteAllBytes(path, TestReflection.Descriptor.SerializedData.ToByteArray());
        return path;
    }

    public Task WriteLineAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>Reads what the script prints until a line begins with <paramref name="start"/>.</summary>
    public async Task<string> ReadLineAsync(string start)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException($"The script ended: {await _process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Waits for the script to end well.</summary>
    public async Task SucceedAsync()
    {
        using var patience = new CancellationTokenSource(_patience);
        var errors = await _process.StandardError.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        Assert.True(_process.ExitCode == 0, errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);

        _process.Dispose();
    }

    private static ForeignProcess Start(string runtime, string[] probe, string script, string[] arguments, string remedy)
    {
        if (!_probes.GetOrAdd(runtime, _ => CanRun(runtime, probe)))
        {
            var message = $"{runtime} with gRPC is not installed: {remedy}";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", message);
            Assert.Skip(message);
        }

        return new ForeignProcess(Launch(
            runtime, [Path.Combine(AppContext.BaseDirectory, "interop", script), .. arguments]));
    }

    private static bool CanRun(string runtime, string[] probe)
    {
        try
        {
            using var process = Launch(runtime, probe);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Process Launch(string runtime, IEnumerable<string> arguments) => Process.Start(
        new ProcessStartInfo(runtime, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
