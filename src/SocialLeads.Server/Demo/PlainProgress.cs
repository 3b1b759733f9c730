using System.Globalization;
using Spectre.Console;

namespace SocialLeads.Server.Demo;

/// <summary>Progress for an output that is not a terminal: a line per tenth of the simulated days, without any times.</summary>
internal sealed class PlainProgress(IAnsiConsole console, DateOnly firstDay, int days) : IProgress<FeedProgress>
{
    private int _tenthsShown;

    public void Report(FeedProgress value)
    {
        var tenths = (value.Date.DayNumber - firstDay.DayNumber + 1) * 10 / days;
        if (tenths <= _tenthsShown)
            return;

        _tenthsShown = tenths;
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {tenths * 10,3} %  {value.Date:yyyy-MM-dd}  {value.Sent,10:N0} activities sent"));
    }
}
