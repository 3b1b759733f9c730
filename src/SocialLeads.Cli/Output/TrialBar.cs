using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>How far a trial has come: a bar on standard error, when that is a terminal.</summary>
internal static class TrialBar
{
    public static async Task ShowAsync(CliHost host, Func<Action<TrialProgress>, Task> trial)
    {
        if (!host.ErrorIsTerminal)
        {
            await trial(_ => { });
            return;
        }

        await Consoles.ForError(host).Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("replaying history");
                await trial(progress =>
                {
                    var reads = progress.EntriesTotal > 0;
                    bar.Description = reads ? "reading texts" : Markup.Escape(Printable.Of($"as of {progress.AsOf}"));
                    bar.MaxValue = Math.Max(1, reads ? progress.EntriesTotal : progress.MembersTotal);
                    bar.Value = reads ? progress.EntriesRead : progress.MembersScored;
                });
            });
    }
}
