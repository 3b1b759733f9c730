using System.CommandLine;

namespace SocialLeads.Cli.Commands;

/// <summary><c>--model M</c>.</summary>
internal static class ModelOption
{
    public static Option<ModelName> Create() => ModelName.Option(
        "--model", "The model that scores, and its version; without a version the one that is published last. Without it, corporate-community.");
}
