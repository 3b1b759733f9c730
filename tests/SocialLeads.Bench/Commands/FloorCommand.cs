using System.CommandLine;
using SocialLeads.Bench.Floor;

namespace SocialLeads.Bench.Commands;

/// <summary>What the benchmark starts itself as, to be the server that does no more than log.</summary>
internal sealed class FloorCommand : Command
{
    public const string CommandName = "floor";

    private readonly Argument<string> _data = new("data") { Description = "The folder of its store." };

    public FloorCommand()
        : base(CommandName, "Serves what decodes and logs activities and does not score them.")
    {
        Hidden = true;
        Add(_data);
        SetAction((parsed, cancellationToken) =>
            FloorHost.RunAsync(parsed.GetValue(_data)!, parsed.InvocationConfiguration.Output, cancellationToken));
    }
}
