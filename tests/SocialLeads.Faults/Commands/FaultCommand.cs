using System.CommandLine;
using SocialLeads.Faults.Stores;

namespace SocialLeads.Faults.Commands;

/// <summary>A run with no option but the seed, and the store where not its kind decides it.</summary>
internal sealed class FaultCommand : Command
{
    public FaultCommand(string name, string description, StoreKind? store, Func<ulong, Place, TextWriter, Task> run)
        : base(name, description)
    {
        Add(RunOptions.Seed);
        if (store is null) Add(RunOptions.Store);
        SetAction((parsed, _) => RunOptions.RunAsync(parsed, store ?? parsed.GetValue(RunOptions.Store), run));
    }
}
