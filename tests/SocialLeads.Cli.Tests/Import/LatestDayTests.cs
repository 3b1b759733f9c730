using Google.Protobuf.WellKnownTypes;
using SocialLeads.Cli.Import;

namespace SocialLeads.Cli.Tests.Import;

public class LatestDayTests
{
    [Theory]
    [InlineData(0, "1970-01-01")]
    [InlineData(-1, "1969-12-31")]
    [InlineData(86_400, "1970-01-02")]
    [InlineData(long.MaxValue, "9999-12-31")]
    [InlineData(long.MinValue + 1, "0001-01-01")]
    public void It_is_the_day_of_the_time_as_far_as_a_calendar_goes(long second, string day)
    {
        var latest = new LatestDay();
        latest.Add(new Timestamp { Seconds = second });
        Assert.Equal(day, latest.Day?.ToString("yyyy-MM-dd", null));
    }

    [Fact]
    public void The_latest_counts_and_no_time_does_not()
    {
        var latest = new LatestDay();
        latest.Add(null);
        Assert.Null(latest.Day);
        latest.Add(new Timestamp { Seconds = 200_000 });
        latest.Add(new Timestamp { Seconds = 100_000 });
        Assert.Equal(new DateOnly(1970, 1, 3), latest.Day);
    }
}
