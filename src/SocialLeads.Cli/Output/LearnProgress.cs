using SocialLeads.Cli.Learn;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>A progress bar on standard error while models are learned, when that is a terminal.</summary>
internal static class LearnProgress
{
    public static async Task<LearnReport> ShowAsync(CliHost host, LearnRun run, CancellationToken cancellationToken)
    {
        if (!host.ErrorIsTerminal)
            return await Task.Run(() => run.Run(() => { }, cancellationToken), cancellationToken);

        return await Consoles.ForError(host).Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("learning", maxValue: run.Models);
                return Task.Run(() => run.Run(() => bar.Increment(1), cancellationToken), cancellationToken);
            });
    }
}
