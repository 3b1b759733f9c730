using SocialLeads.Cli.Import;
using SocialLeads.Cli.Import.Sending;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>A progress bar on standard error, when that is a terminal.</summary>
internal static class ImportProgress
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(200);

    public static async Task ShowAsync(CliHost host, IActivitySource source, SendTotals totals, Func<Task> import)
    {
        if (!host.ErrorIsTerminal)
        {
            await import();
            return;
        }

        await Consoles.ForError(host).Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var started = host.Time.GetTimestamp();
                var bar = context.AddTask(Markup.Escape(source.Name), maxValue: source.TotalBytes ?? 1);
                bar.IsIndeterminate = source.TotalBytes is null;
                await using (host.Time.CreateTimer(_ => Update(), null, _interval, _interval))
                    await import();
                Update();

                void Update()
                {
                    var seconds = host.Time.GetElapsedTime(started).TotalSeconds;
                    var rate = seconds > 0 ? (long)(totals.Sent / seconds) : 0;
                    bar.Description = Markup.Escape(Printable.Of(
                        $"{source.Name}: {Figures.Count(totals.Sent)} activities, {Figures.Count(rate)}/s"));
                    if (source.TotalBytes is not null)
                        bar.Value = source.BytesRead;
                }
            });
    }
}
