using System.CommandLine;
using SocialLeads.Faults.Kills;

namespace SocialLeads.Faults.Commands;

/// <summary>Kills the server at random moments.</summary>
internal sealed class KillCommand : Command
{
    private readonly Option<int> _rounds = new("--rounds") { Description = "How often the server is killed.", DefaultValueFactory = _ => 50 };

    private readonly Option<int> _clients = new("--clients") { Description = "How many clients send.", DefaultValueFactory = _ => 4 };

    public KillCommand()
        : base("kill", "Kills the server at random moments while clients send, and compares every score with a reference.")
    {
        Add(RunOptions.Seed);
        Add(RunOptions.Store);
        Add(_rounds);
        Add(_clients);
        SetAction((parsed, _) => RunOptions.RunAsync(
            parsed,
            parsed.GetValue(RunOptions.Store),
            (seed, place, output) => new KillRun(seed, parsed.GetValue(_clients), place, output).RunAsync(parsed.GetValue(_rounds))));
    }
}
