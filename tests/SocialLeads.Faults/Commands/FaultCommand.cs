using System.CommandLine;
using SocialLeads.Faults.Stores;

namespace SocialLeads.Faults.Commands;

/// <summary>A run on a store that its kind decides, with no option but the seed.</summary>
internal sealed class FaultCommand : Command
{
    public FaultCommand(string name, string description, StoreKind store, Func<ulong, Place, TextWriter, Task> run)
        : base(name, description)
    {
        Add(RunOptions.Seed);
        SetAction((parsed, _) => RunOptions.RunAsync(parsed, store, run));
    }
}
