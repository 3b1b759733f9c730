using System.Globalization;
using Spectre.Console;

namespace SocialLeads.Server.Demo;

/// <summary>Progress on a terminal: a bar over the simulated days, with the rate of acknowledged activities.</summary>
internal sealed class BarProgress(ProgressTask task, DateOnly firstDay, TimeProvider time) : IProgress<FeedProgress>
{
    private readonly long _started = time.GetTimestamp();

    public void Report(FeedProgress value)
    {
        var seconds = time.GetElapsedTime(_started).TotalSeconds;
        var rate = seconds > 0 ? value.Acknowledged / seconds : 0;
        task.Value = Math.Max(0, value.Date.DayNumber - firstDay.DayNumber + 1);
        task.Description = string.Create(
            CultureInfo.InvariantCulture, $"{value.Date:yyyy-MM-dd}  {value.Sent,9:N0} activities  {rate,9:N0}/s");
    }
}
