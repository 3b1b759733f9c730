using System.CommandLine;
using SocialLeads.Faults.Kills;
using SocialLeads.Faults.Stores;

namespace SocialLeads.Faults.Commands;

/// <summary>Kills the server at random moments.</summary>
internal sealed class KillCommand : Command
{
    private readonly RunOptions _options = new();

    private readonly Option<int> _rounds = new("--rounds") { Description = "How often the server is killed.", DefaultValueFactory = _ => 50 };

    private readonly Option<int> _clients = new("--clients") { Description = "How many clients send.", DefaultValueFactory = _ => 4 };

    public KillCommand()
        : base("kill", "Kills the server at random moments while clients send, and compares every score with a reference.")
    {
        _options.AddTo(this);
        Add(_rounds);
        Add(_clients);
        SetAction((parsed, _) => _options.RunAsync(parsed, (seed, place, output) => RunAsync(
            seed, parsed.GetValue(_rounds), parsed.GetValue(_clients), place, output)));
    }

    /// <exception cref="FaultException">The server did what it must not do; the message names the round.</exception>
    public static async Task RunAsync(ulong seed, int rounds, int clients, Place place, TextWriter output)
    {
        var run = new KillRun(seed, clients, place, output);
        try
        {
            await run.RunAsync(rounds);
        }
        catch (FaultException fault)
        {
            throw new FaultException($"Round {run.Round}: {fault.Message}");
        }
    }
}
