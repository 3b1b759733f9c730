using System.CommandLine;
using SocialLeads.Faults.Failovers;
using SocialLeads.Faults.Stores;

namespace SocialLeads.Faults.Commands;

/// <summary>Kills one of two nodes.</summary>
internal sealed class FailoverCommand : Command
{
    private readonly Option<int> _rounds = new("--rounds") { Description = "How often a node is killed.", DefaultValueFactory = _ => 10 };

    private readonly Option<int> _clients = new("--clients") { Description = "How many clients send.", DefaultValueFactory = _ => 4 };

    public FailoverCommand()
        : base(
            "failover",
            "Kills one and then the other of two nodes on one PostgreSQL while clients send to both, compares every score with a "
            + "reference, and tells how long it took. It needs a build with the upstream packages.")
    {
        Add(RunOptions.Seed);
        Add(_rounds);
        Add(_clients);
        SetAction((parsed, _) => RunOptions.RunAsync(
            parsed,
            StoreKind.Postgres,
            (seed, place, output) => new FailoverRun(seed, parsed.GetValue(_clients), place, output).RunAsync(parsed.GetValue(_rounds))));
    }
}
