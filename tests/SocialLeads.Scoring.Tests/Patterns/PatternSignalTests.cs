using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Tests.Patterns;

/// <summary>Changes and onsets as signals, from activities to contributions, with numbers worked out by hand.</summary>
public class PatternSignalTests
{
    private const string Change = "kinds: [visit]\nmeasure: change\nrecent_weeks: 1\nbaseline_weeks: 4\nbeyond: 1\nweight: 1\ncap: 9";
    private const string Onset = "kinds: [post, answer]\nmeasure: onset\nrecent_weeks: 4\nbaseline_weeks: 26\nbeyond: 1\nweight: 1\ncap: 9";

    [Fact]
    public void More_than_usual_counts_in_nines_beyond_the_threshold()
    {
        // One a week for four weeks, then four in the last: r = 4.5, p = 4/5; P(X >= 4) =
        // 1 - p^4.5 (1 + 4.5/5 + 4.5*5.5/(2*25) + 4.5*5.5*6.5/(6*125)) = 0.0440, 1.357 nines.
        var activities = Steady().Concat([Visit(0), Visit(1), Visit(2), Visit(6)]).ToArray();
        Assert.Equal(["1.357 - 1 = 0.357"], Text(Change, activities));
        Assert.Empty(Text(Change, [.. Steady(), Visit(0), Visit(6)]));
    }

    [Fact]
    public void Less_than_usual_counts_when_the_model_asks_for_it()
    {
        // Five a week for four weeks, then none: P(X <= 0) = (4/5)^20.5, 1.987 nines; either way it is half as unlikely.
        Activity[] activities = [Build.Activity("registration", 200), .. from week in Enumerable.Range(1, 4) from day in Enumerable.Range(0, 5) select Visit(week * 7 + day)];
        Assert.Empty(Text(Change, activities));
        Assert.Equal(["1.987 - 1 = 0.987"], Text(Change + "\ndirection: down", activities));
        Assert.Equal(["1.686 - 1 = 0.686"], Text(Change + "\ndirection: either", activities));
    }

    [Fact]
    public void Who_comes_in_bursts_anyway_has_to_do_more()
    {
        // 0, 6, 0, 6 have a variance of 12 at a mean of 3, so that everything is divided by 4: twelve visits are three where
        // 3 in four weeks are usual: r = 3.5, P(X >= 3) = 1 - p^3.5 (1 + 3.5/5 + 3.5*4.5/(2*25)) = 0.0772, 1.112 nines.
        Activity[] bursts = [Build.Activity("registration", 200), .. Enumerable.Repeat(Visit(15), 6), .. Enumerable.Repeat(Visit(30), 6)];
        Assert.Equal(["1.112 - 1 = 0.112"], Text(Change, [.. bursts, .. Enumerable.Repeat(Visit(0), 12)]));
    }

    [Fact]
    public void A_robots_day_can_be_limited()
    {
        Assert.NotEmpty(Text(Change, [.. Steady(), .. Enumerable.Repeat(Visit(0), 500)]));
        Assert.Empty(Text(Change + "\nper_day: 1", [.. Steady(), .. Enumerable.Repeat(Visit(0), 500)]));
    }

    [Fact]
    public void Who_has_just_come_cannot_have_changed()
    {
        Activity[] activities = [Build.Activity("registration", 7 + 4 * 7 - 1), .. Enumerable.Repeat(Visit(0), 30)];
        Assert.NotEmpty(Text(Change, activities));
        activities[0] = Build.Activity("registration", 7 + 4 * 7 - 2);
        Assert.Empty(Text(Change, activities));
    }

    [Fact]
    public void Beginning_to_post_is_an_onset_and_posting_on_is_none()
    {
        // Nothing in 26 weeks, then one in 4: 1 - (26/30)^(1/2) = 0.0690, 1.161 nines; with two, 2.156.
        var registered = Build.Activity("registration", 365);
        Assert.Equal(["1.161 - 1 = 0.161"], Text(Onset, [registered, Build.Activity("post", 27)]));
        Assert.Equal(["2.156 - 1 = 1.156"], Text(Onset, [registered, Build.Activity("post", 27), Build.Activity("answer", 3)]));
        Assert.Empty(Text(Onset, [registered, Build.Activity("post", 28), .. Enumerable.Repeat(Build.Activity("post"), 20)]));
        Assert.Empty(Text(Onset, [registered, Build.Activity("visit")]));
    }

    [Fact]
    public void As_of_a_past_day_it_is_judged_as_it_was()
    {
        Activity[] activities = [Build.Activity("registration", 365), Build.Activity("post", 40), Build.Activity("answer", 3)];
        Assert.Empty(Text(Onset, activities));
        Assert.Equal([" 0.161"], Build.Explain(Build.OneSignal(Onset), activities, daysAgo: 39)!.Contributions.Select(c => $"{c.Facet} {c.Points}"));
    }

    private static Activity Visit(int daysAgo) => Build.Activity("visit", daysAgo);

    private static IEnumerable<Activity> Steady() => [Build.Activity("registration", 200), Visit(7), Visit(15), Visit(21), Visit(29)];

    private static IEnumerable<string> Text(string lines, Activity[] activities) =>
        Build.Explain(Build.OneSignal(lines), activities)!.Contributions
            .Select(c => FormattableString.Invariant($"{c.Measured + 1:0.000} - 1 = {c.Points}"));
}
