using System.CommandLine;
using SocialLeads.Faults.Overloads;

namespace SocialLeads.Faults.Commands;

/// <summary>Sends more than the server can take.</summary>
internal sealed class OverloadCommand : Command
{
    private readonly Option<int> _seconds = new("--seconds") { Description = "How long.", DefaultValueFactory = _ => 60 };

    private readonly Option<int> _clients = new("--clients") { Description = "How many clients send.", DefaultValueFactory = _ => 48 };

    public OverloadCommand()
        : base("overload", "Sends more than the server can take, and watches its memory, its reads and its answers.")
    {
        Add(RunOptions.Seed);
        Add(RunOptions.Store);
        Add(_seconds);
        Add(_clients);
        SetAction((parsed, _) => RunOptions.RunAsync(
            parsed,
            parsed.GetValue(RunOptions.Store),
            (seed, place, output) => Overload.RunAsync(
                seed, parsed.GetValue(_clients), TimeSpan.FromSeconds(parsed.GetValue(_seconds)), place, output)));
    }
}
