using SocialLeads.Cli.Import.Sending;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>How many outcomes have gone in: a bar on standard error, when that is a terminal.</summary>
internal static class OutcomeProgress
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(200);

    public static async Task ShowAsync(CliHost host, string name, int count, SendTotals totals, Func<Task> sending)
    {
        if (!host.ErrorIsTerminal)
        {
            await sending();
            return;
        }

        await Consoles.ForError(host).Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(Printable.Of($"{name}: {Figures.Count(count)} outcomes")), maxValue: Math.Max(1, count));
                await using (host.Time.CreateTimer(_ => bar.Value = totals.Sent, null, _interval, _interval))
                    await sending();
                bar.Value = totals.Sent;
            });
    }
}
