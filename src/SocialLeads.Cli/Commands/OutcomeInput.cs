using SocialLeads.Cli.Outcomes;

namespace SocialLeads.Cli.Commands;

/// <summary>A file of outcomes that is named on the command line.</summary>
internal static class OutcomeInput
{
    /// <exception cref="CliException">It cannot be opened, has no outcomes, or a line that is none.</exception>
    public static async Task<IReadOnlyList<OutcomeRow>> ReadAsync(string name, CliHost host, CancellationToken cancellationToken)
    {
        await using var stream = InputFile.Open(name, host);
        return await OutcomeFile.ReadAsync(stream, InputFile.Shown(name), DateOnly.FromDateTime(host.Time.GetUtcNow().UtcDateTime), cancellationToken);
    }
}
