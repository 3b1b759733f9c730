using System.CommandLine;
using SocialLeads.Bench.Commands;

namespace SocialLeads.Bench;

internal static class Program
{
    // Time enough to stop the servers that were started.
    private static readonly InvocationConfiguration _invocation = new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };

    private static Task<int> Main(string[] args) => new BenchCommand().Parse(args).InvokeAsync(_invocation);
}
