using System.CommandLine;

namespace SocialLeads.Cli.Commands;

/// <summary>What both kinds of import can be told.</summary>
internal sealed class ImportOptions
{
    public Option<int?> Shuffle { get; } = new("--shuffle")
    {
        Description = "Send in random order, the same for the same seed. Holds all activities in memory.",
        HelpName = "SEED",
    };

    public Option<string?> Rejects { get; } = CreateRejects();

    public static Option<string?> CreateRejects() => new("--rejects")
    {
        Description = "Write everything that was rejected to this file, a JSON object a line.",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Shuffle);
        command.Options.Add(Rejects);
    }
}
