using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Learned;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Tests.Learned;

/// <summary>
/// Members with activities and outcomes whose truth is known: who forwards and reads about prices buys, who comments a great deal does not, and
/// the rest says nothing.
/// </summary>
internal sealed class SimulatedOutcomes
{
    public const int Days = 100;

    private readonly SymbolTable _symbols = new();

    public SimulatedOutcomes(int seed, int members, Func<int, int>? dayOf = null, ScoringModel? model = null)
    {
        var random = new Random(seed);
        var reader = new ExampleReader(model ?? Build.Pack);
        var fold = new FeatureFold(_symbols);
        for (var i = 0; i < members; i++)
        {
            var (prices, forwards, comments, visits) = (random.Next(12), random.Next(4), random.Next(30), random.Next(1, 10));
            var logit = 0.5 * prices + 0.9 * forwards - 0.15 * comments - 2;
            var verdict = new Verdict(Build.Today - Days + (dayOf?.Invoke(i) ?? random.Next(Days)), random.NextDouble() < 1 / (1 + Math.Exp(-logit)));
            Activity[] activities =
            [
                .. Acts("page_view", prices).Select(act => act with { Tags = ["pricing"] }), .. Acts("content_forward", forwards),
                .. Acts("comment", comments).Select(act => act with { Group = "news" }), .. Acts("visit", visits).Select(act => act with { DurationMs = 60_000 }),
            ];
            var features = fold.Fold([], activities);
            Features.Add(features);
            Examples.Add(reader.Read($"m{i}", PortableFeatures.Export(features, _symbols), verdict)!);

            IEnumerable<Activity> Acts(string kind, int count) =>
                [.. Enumerable.Range(0, count).Select(_ => Build.Activity(kind, Build.Today - verdict.Day + 1 + random.Next(20)))];
        }
    }

    public SymbolTable Symbols => _symbols;

    public List<byte[]> Features { get; } = [];

    public List<LearningExample> Examples { get; } = [];

    public OutcomeLearning Learn(ScoringModel? model = null) =>
        new OutcomeLearner(model ?? Build.Pack).Learn(Examples, "learned", "Learned", cancellationToken: TestContext.Current.CancellationToken);
}
