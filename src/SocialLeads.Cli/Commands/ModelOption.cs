using System.CommandLine;

namespace SocialLeads.Cli.Commands;

/// <summary><c>--model M</c>.</summary>
internal static class ModelOption
{
    public static Option<string?> Create() => new("--model")
    {
        Description = "The model that scores. Without it, corporate-community.",
        HelpName = "M",
    };
}
