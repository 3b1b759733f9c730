using System.CommandLine;
using SocialLeads.Bench.Loads;

namespace SocialLeads.Bench.Commands;

/// <summary>What the benchmark starts itself as, to send load from a process apart.</summary>
internal sealed class LoadCommand : Command
{
    public const string CommandName = "load";

    public LoadCommand()
        : base(CommandName, "Sends load as it is told on its input.")
    {
        Hidden = true;
        SetAction((_, cancellationToken) =>
            new LoadWorker(Console.In, Console.Out, TimeProvider.System).RunAsync(cancellationToken));
    }
}
