using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Packs;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests;

/// <summary>Short ways to make what tests need.</summary>
internal static class Build
{
    /// <summary>2024-07-01.</summary>
    public static readonly int Today = new DateOnly(2024, 7, 1).DayNumber;

    public static readonly ScoringModel Pack = ModelPacks.Load().Single(model => model.Id == ModelPacks.DefaultModel);

    /// <summary>An activity of one member so many days before today, at noon unless a millisecond is given.</summary>
    public static Activity Activity(string kind, int daysAgo = 0, int ms = UtcDay.Ms / 2) => new()
    {
        Id = "a",
        Member = "m",
        Kind = kind,
        OccurredAtMs = UtcDay.ToUnixMs(Today - daysAgo) + ms,
    };

    public static ScoringModel Model(string signals, string half = "60") => Parse($"""
        model: test
        version: 1
        title: Test
        curve: {"{"} half: {half} {"}"}
        signals:
        {signals}
        """);

    /// <summary>A model with one signal, from the lines that matter.</summary>
    public static ScoringModel OneSignal(string lines) =>
        Model("- signal: s\n  title: S\n  why: Because.\n  " + lines.ReplaceLineEndings("\n").Replace("\n", "\n  "));

    public static ScoringModel Parse(string yaml)
    {
        var result = ModelDocument.Parse(yaml);
        Assert.Empty(result.Violations);
        return result.Model!;
    }

    /// <summary>The explanation as of so many days before today; null if there is none.</summary>
    public static Explanation? Explain(ScoringModel model, IEnumerable<Activity> activities, int daysAgo = 0)
    {
        var symbols = new SymbolTable();
        var features = new FeatureFold(symbols).Fold([], [.. activities]);
        return new Scorer(model, symbols).Explain(features, Today - daysAgo);
    }

    /// <summary>Contributions as text, <c>facet measured points</c>.</summary>
    public static IEnumerable<string> Lines(Explanation? explanation) =>
        explanation is null ? ["none"] : explanation.Contributions.Select(Line);

    /// <summary>A contribution as text, <c>facet measured points</c>.</summary>
    public static string Line(Contribution c) => FormattableString.Invariant($"{c.Facet} {c.Measured:R} {c.Points}");
}
