using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Tests.Features;

public class FoldTests
{
    private readonly SymbolTable _symbols = new();

    [Fact]
    public void Nothing_folded_into_nothing_is_empty()
    {
        Assert.Empty(new FeatureFold(_symbols).Fold([], []));
        Assert.Empty(new FeatureFold(_symbols).Merge([], []));
        Assert.Null(FeatureHeader.Read([]));
    }

    [Fact]
    public void The_header_tells_the_first_and_the_newest_day()
    {
        var features = new FeatureFold(_symbols).Fold([], [Build.Activity("post", 900), Build.Activity("post", 3)]);
        Assert.Equal(new FeatureHeader(Build.Today - 900, Build.Today - 3, 0), FeatureHeader.Read(features));
    }

    [Fact]
    public void One_activity_adds_the_documented_series()
    {
        var activity = Build.Activity("post") with
        {
            Group = "g",
            Tags = ["t"],
            Peer = "p",
            PeerRole = "r",
            EmailDomain = "d",
            DurationMs = 5,
            ValueThousandths = -5,
            Channel = "c",
            Attributes = [new("k", "v")],
        };
        new FeatureFold(_symbols).Fold([], [activity]);
        var series = Enumerable.Range(0, _symbols.Count).Select(id => SymbolTable.Encode(_symbols[id])).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "post/0/0/", "post/0/2/", "post/0/3/", "post/0/4/", "post/1/0/g", "post/2/0/t",
                "post/3/0/r", "post/3/5/r", "post/4/0/d", "post/5/0/c", "post/6/0/k=v",
            ],
            series);
    }

    [Fact]
    public void Sixty_counters_take_less_than_350_bytes()
    {
        // Numbers of series as far apart as in a partition that knows 10,000.
        for (var i = 0; i < 10_000; i++) _symbols.Intern(new("page_view", Dimension.Tag, $"t{i}", Metric.Count));
        var activities = Enumerable.Range(0, 60).Select(i => Build.Activity("page_view", i) with { Tags = [$"t{i * 160}"] });
        var features = new FeatureFold(_symbols).Fold([], [.. activities.Select((a, i) => i == 0 ? a : a with { Kind = "page_view" })]);
        var days = new FeatureFold(_symbols).Fold([], [.. activities.Select(a => a with { Tags = default })]).Length;
        Assert.InRange(features.Length - days, 60, 300);
    }

    [Fact]
    public void Sums_saturate()
    {
        var fold = new FeatureFold(_symbols);
        var visit = Build.Activity("visit") with { DurationMs = ActivityRules.MaxDurationMs };
        var features = fold.Fold([], [visit]);
        for (var i = 0; i < 20; i++) features = fold.Merge(features, features);
        var model = Build.OneSignal("kinds: [visit]\nmeasure: duration_seconds\nweight: 1\ncap: 1");
        var measured = new Scoring.Scores.Scorer(model, _symbols).Explain(features, Build.Today)!.Contributions[0].Measured;
        Assert.Equal(FeatureBounds.MaxSum / 1000.0, measured);
    }

    [Theory]
    [InlineData(Dimension.Tag)]
    [InlineData(Dimension.Group)]
    public void Over_a_bound_counters_are_dropped_and_it_is_marked(Dimension dimension)
    {
        var limit = FeatureBounds.MaxSeries(dimension);
        Activity One(int i) => dimension == Dimension.Tag
            ? Build.Activity("post") with { Tags = [$"n{i}"] }
            : Build.Activity("post") with { Group = $"n{i}" };
        var fold = new FeatureFold(_symbols);
        var full = fold.Fold([], [.. Enumerable.Range(0, limit).Select(One)]);
        Assert.Equal(0, FeatureHeader.Read(full)!.Value.OverBound);
        var over = fold.Fold(full, [One(limit)]);
        Assert.Equal(1 << (int)dimension, FeatureHeader.Read(over)!.Value.OverBound);
        var kept = PortableFeatures.Export(over, _symbols).Symbols;
        Assert.Equal(limit + 1, kept.Count); // and the series of all posts
    }

    [Fact]
    public void A_new_counter_is_noticed_wherever_its_series_sorts()
    {
        Activity One(int i) => Build.Activity("post") with { Tags = [$"n{i}"] };
        var limit = FeatureBounds.MaxSeries(Dimension.Tag);
        // The series that comes last has the first number; all posts, known already, get another day after it.
        _symbols.Intern(new("post", Dimension.Tag, $"n{limit}", Metric.Count));
        var fold = new FeatureFold(_symbols);
        var full = fold.Fold([], [.. Enumerable.Range(0, limit).Select(One)]);
        var last = One(limit) with { OccurredAtMs = UtcDay.ToUnixMs(Build.Today - 2) };
        Assert.Equal(1 << (int)Dimension.Tag, FeatureHeader.Read(fold.Fold(full, [last]))!.Value.OverBound);
    }

    [Fact]
    public void Peers_are_bounded()
    {
        var activities = Enumerable.Range(0, FeatureBounds.MaxPeers + 100).Select(i => Build.Activity("connection") with { Peer = $"p{i}" });
        var features = new FeatureFold(_symbols).Fold([], [.. activities]);
        Assert.Equal(1 << 7, FeatureHeader.Read(features)!.Value.OverBound);
        var model = Build.OneSignal("kinds: [connection]\nmeasure: distinct_peers\nweight: 1\ncap: 1000");
        var explanation = new Scoring.Scores.Scorer(model, _symbols).Explain(features, Build.Today)!;
        Assert.Equal(FeatureBounds.MaxPeers, explanation.Contributions[0].Measured);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4001)]
    public void A_retention_out_of_range_is_refused(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeatureFold(_symbols, days));
}
