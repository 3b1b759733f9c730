using System.CommandLine;

namespace SocialLeads.Cli.Commands;

/// <summary><c>learn</c>: learns models from outcomes.</summary>
internal static class LearnCommand
{
    public static Command Create(GlobalOptions globals, CliHost host) => new("learn", "Learns models from outcomes.")
    {
        LearnCsvCommand.Create(globals, host),
    };
}
