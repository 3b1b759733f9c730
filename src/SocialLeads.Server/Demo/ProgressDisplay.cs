using Spectre.Console;

namespace SocialLeads.Server.Demo;

/// <summary>Shows how a feed goes, in the way the output can show it.</summary>
internal sealed class ProgressDisplay(IAnsiConsole console, TimeProvider time)
{
    /// <summary>Runs the work with a progress to report to.</summary>
    /// <param name="firstDay">The first simulated day; what lies before it shows as nothing done yet.</param>
    /// <param name="days">How many days are simulated.</param>
    /// <param name="work">The work.</param>
    public Task<FeedResult> RunAsync(DateOnly firstDay, int days, Func<IProgress<FeedProgress>, Task<FeedResult>> work)
    {
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Out.IsTerminal)
            return work(new PlainProgress(console, firstDay, days));

        return console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => work(new BarProgress(context.AddTask("Starting", maxValue: days), firstDay, time)));
    }
}
