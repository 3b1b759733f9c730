using System.Globalization;
using SocialLeads.Scoring.Patterns;

namespace SocialLeads.Scoring.Tests.Patterns;

/// <summary>
/// How often the tests of a pattern raise a false alarm, and how long they take to see a change, on simulated members. The tables
/// stand in docs/scoring.md word for word, so that whoever changes the tests prints the figures anew.
/// </summary>
public class PatternFiguresTests(ITestOutputHelper output)
{
    private const int Members = 500;
    private const int QuietDays = 14 * 7;
    private const int WatchedDays = 26 * 7;

    private static readonly PatternRule _change = new(2, 12, 3_000, ChangeDirection.Up);
    private static readonly PatternRule _onset = new(4, 26, 1_500, ChangeDirection.Up);

    [Fact]
    public void A_change_is_seen_soon_and_steady_use_seldom_taken_for_one()
    {
        var lines = new List<string>
        {
            "| visits a week | dispersion | days with a false alarm | members with one in half a year | tripled: seen within 4 weeks | median delay | fivefold: seen within 4 weeks | median delay |",
            "|---|---|---|---|---|---|---|---|",
        };
        foreach (var rate in (double[])[1, 2, 5, 10])
        {
            foreach (var dispersion in (double[])[1, 2])
            {
                var (alarmDays, alarmed) = FalseAlarms(rate, dispersion, QuietDays, _change, false);
                Assert.InRange(alarmDays, 0, 0.01);
                var tripled = Detection(rate, dispersion, 3);
                var fivefold = Detection(rate, dispersion, 5);
                lines.Add(Line($"| {rate} | {dispersion} | {alarmDays:0.000 %} | {alarmed:0.0 %} | {tripled.Seen:0 %} | {tripled.Delay} | {fivefold.Seen:0 %} | {fivefold.Delay} |"));
            }
        }
        Expect(lines);
    }

    [Fact]
    public void An_onset_is_seen_with_the_second_post_and_seldom_without_one()
    {
        var lines = new List<string>
        {
            "| posts a week from the onset on | seen within 4 weeks | median delay |",
            "|---|---|---|",
        };
        foreach (var rate in (double[])[0.5, 1, 3])
        {
            var delays = Enumerable.Range(0, Members).Select(member =>
            {
                var days = new SimulatedUse(member, 1).Days(26 * 7 + WatchedDays, rate);
                Array.Clear(days, 0, 26 * 7);
                return FirstAlarm(days, 26 * 7, _onset, true) is { } day ? day - 26 * 7 + 1 : int.MaxValue;
            }).Order().ToArray();
            lines.Add(Line($"| {rate} | {delays.Count(delay => delay <= 28) / (double)Members:0 %} | {Delay(delays)} |"));
        }
        Expect(lines);
        lines =
        [
            "| posts a year of an occasional writer | days with a false alarm | members with one in half a year |",
            "|---|---|---|",
        ];
        foreach (var yearly in (double[])[1, 4, 12])
        {
            var (alarmDays, alarmed) = FalseAlarms(yearly / 52, 1, 26 * 7, _onset, true);
            lines.Add(Line($"| {yearly} | {alarmDays:0.000 %} | {alarmed:0.0 %} |"));
        }
        Expect(lines);
    }

    private static (double Days, double Members) FalseAlarms(double rate, double dispersion, int quiet, PatternRule rule, bool fromNothing)
    {
        var (alarmDays, alarmed) = (0, 0);
        for (var member = 0; member < Members; member++)
        {
            var days = new SimulatedUse(member, dispersion).Days(quiet + WatchedDays, rate);
            var alarms = Enumerable.Range(quiet, WatchedDays).Count(day => Nines(days, day, rule, fromNothing) > 0);
            alarmDays += alarms;
            if (alarms > 0) alarmed++;
        }
        return (alarmDays / (double)(Members * WatchedDays), alarmed / (double)Members);
    }

    private static (double Seen, string Delay) Detection(double rate, double dispersion, double factor)
    {
        var delays = Enumerable.Range(0, Members).Select(member =>
        {
            var days = new SimulatedUse(member, dispersion).Days(QuietDays + WatchedDays, rate, QuietDays, factor);
            return FirstAlarm(days, QuietDays, _change, false) is { } day ? day - QuietDays + 1 : int.MaxValue;
        }).Order().ToArray();
        return (delays.Count(delay => delay <= 28) / (double)Members, Delay(delays));
    }

    private static string Delay(int[] sorted) =>
        sorted[sorted.Length / 2] == int.MaxValue ? "—" : Line($"{sorted[sorted.Length / 2]} days");

    private static int? FirstAlarm(long[] days, int from, PatternRule rule, bool fromNothing)
    {
        for (var day = from; day < days.Length; day++)
        {
            if (Nines(days, day, rule, fromNothing) > 0) return day;
        }
        return null;
    }

    private static double Nines(long[] days, int day, PatternRule rule, bool fromNothing)
    {
        var weeks = new WeekCounts();
        var set = weeks.New();
        for (var age = 0; age <= day; age++) weeks.Add(set, age, days[day - age]);
        return PatternTest.Nines(weeks.Of(set), (day + 1) / 7 - rule.RecentWeeks, rule, fromNothing);
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Expect(List<string> lines)
    {
        var table = string.Join('\n', lines);
        output.WriteLine(table);
        Assert.Contains(table, ScoringDocument.Text, StringComparison.Ordinal);
    }
}
