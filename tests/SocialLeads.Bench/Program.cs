using SocialLeads.Bench.Commands;

namespace SocialLeads.Bench;

internal static class Program
{
    private static Task<int> Main(string[] args) => new BenchCommand().Parse(args).InvokeAsync();
}
