using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>Runs a client that is written in another language, on that language's official gRPC and this repository's protos.</summary>
/// <param name="Runtime">The program that runs scripts.</param>
/// <param name="Extension">What names of scripts end with.</param>
/// <param name="Probe">Arguments that succeed where everything a client needs is installed.</param>
/// <param name="Remedy">How to install it.</param>
internal sealed record ForeignClient(string Runtime, string Extension, string[] Probe, string Remedy)
{
    private static readonly Dictionary<string, ForeignClient> _languages = new()
    {
        ["python"] = new(
            "/usr/bin/python3", "py", ["socialleads_protos.py"], "apt-get install python3-grpcio protobuf-compiler-grpc libprotobuf-dev"),
        ["node"] = new(
            "node", "mjs", ["--input-type=module", "-e", "import '@grpc/grpc-js'; import '@grpc/proto-loader';"],
            "npm install --no-package-lock --prefix tests/clients/node"),
    };

    private static readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _installed = [];

    /// <summary>What the script prints. Skips the test where the language is not installed, and fails it in CI.</summary>
    public static async Task<string> RunAsync(string language, string script, Uri server)
    {
        var client = _languages[language];
        var folder = Path.Combine(Repository.Root, "tests", "clients", language);
        if (!await _installed.GetOrAdd(language, _ => new(() => client.CanRunAsync(folder))).Value)
        {
            var message = $"gRPC for {language} is not installed: {client.Remedy}";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", message);
            Assert.Skip(message);
        }

        var (exitCode, output, error) = await client.LaunchAsync(folder, $"{script}.{client.Extension}", server.Authority);
        Assert.True(exitCode == 0, error);
        return output;
    }

    private async Task<bool> CanRunAsync(string folder)
    {
        try
        {
            return (await LaunchAsync(folder, Probe)).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private async Task<(int ExitCode, string Output, string Error)> LaunchAsync(string folder, params string[] arguments)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo(Runtime, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1" },
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var error = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output, await error);
    }
}
