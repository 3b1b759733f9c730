using FsCheck.Fluent;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Scoring.Tests.Features;

/// <summary>Whatever comes, a table keeps its bound, and what was admitted can be folded again by anybody.</summary>
public class SymbolBudgetLawTests
{
    private static readonly ScoringModel _model = Build.Parse("""
        model: m
        version: 1
        title: T
        curve: { half: 1 }
        filters:
          - { filter: help, any: [help] }
        signals:
          - { signal: tags, title: T, why: W, kinds: [page_view, post], facet: tag, measure: count, facet_weights: { red: 2 }, weight: 1, cap: 50 }
          - { signal: helps, title: T, why: W, kinds: [post], filter: help, measure: count, weight: 1, cap: 50 }
        """);

    private static readonly NamedFacets _named = NamedFacets.Of([_model]);
    private static readonly FilterSet _filters = FilterSet.Of([_model]);

    [Fact]
    public void A_table_never_has_more_than_its_bound_and_what_models_name_always_counts() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), ArbMap.Default.ArbFor<int>(), (sent, seed) =>
        {
            var partition = new Partition(new Random(seed));
            var kept = partition.Admit(Varied(sent, seed));
            return partition.Symbols.Count - partition.Unbounded() <= partition.Budget.MaxSymbols
                && sent.Zip(kept).All(pair => pair.First.Tags.IsDefault || pair.First.Tags.Contains("red") == pair.Second.Tags.Contains("red"));
        }), cases: 300);

    [Fact]
    public void Activities_that_were_admitted_give_the_same_features_to_whoever_folds_them_again() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), ArbMap.Default.ArbFor<int>(), (sent, seed) =>
        {
            var partition = new Partition(new Random(seed));
            var kept = partition.Admit(Varied(sent, seed));
            var again = FoldAgain(kept, out var symbols);
            return Bytes(partition.Features(), partition.Symbols).SequenceEqual(again) && symbols == partition.Symbols.Count;
        }), cases: 300);

    [Fact]
    public void A_partition_that_starts_again_from_what_it_admitted_decides_as_if_it_had_not_stopped() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), ArbMap.Default.ArbFor<int>(), (sent, seed) =>
        {
            var varied = Varied(sent, seed);
            var expected = new Partition(new Random(seed)).Admit(varied);
            var until = new Random(seed).Next(varied.Length);

            var before = new Partition(new Random(seed));
            var kept = before.Admit(varied[..until]);
            var after = new Partition(new Random(seed));
            after.Replay(kept, before.Budget.SpentOnDay);
            kept = [.. kept, .. after.Admit(varied[until..])];

            return FoldAgain(expected, out _).SequenceEqual(FoldAgain(kept, out _));
        }), cases: 300);

    /// <summary>Some activities with facets of their own, so that most are new.</summary>
    private static Activity[] Varied(Activity[] sent, int seed)
    {
        var random = new Random(seed);
        return Array.ConvertAll(sent, activity => activity.Outcome != OutcomeKind.None || random.Next(3) == 0 ? activity : activity with
        {
            Group = activity.Group + random.Next(20),
            Tags = activity.Tags.IsDefault ? default : activity.Tags.Add($"t{random.Next(200)}"),
            PeerRole = activity.PeerRole + random.Next(5),
            Text = random.Next(4) == 0 ? "please help" : "",
        });
    }

    private static byte[] Bytes(byte[] features, SymbolTable symbols) => PortableFeatures.Export(features, symbols).Bytes.ToArray();

    private static byte[] FoldAgain(Activity[] kept, out int count)
    {
        var symbols = new SymbolTable();
        var features = new FeatureFold(symbols, filters: _filters).Fold([], kept);
        count = symbols.Count;
        return Bytes(features, symbols);
    }

    /// <summary>A table of some size with its budget, and what one member's activities add to it.</summary>
    private sealed class Partition
    {
        private const int Day = 7;
        private readonly FeatureFold _fold;
        private readonly PackedActivities _packed = new();

        public Partition(Random random)
        {
            Budget = new SymbolBudget(Symbols, random.Next(1, 80), random.Next(0, 20)) { Named = _named };
            Budget.BeginDay(Day);
            _fold = new FeatureFold(Symbols, filters: _filters);
        }

        public SymbolTable Symbols { get; } = new();

        public SymbolBudget Budget { get; }

        public Activity[] Admit(Activity[] sent)
        {
            var kept = sent.ToArray();
            _fold.Admit(kept, _packed, Budget);
            return kept;
        }

        public void Replay(Activity[] logged, int spent)
        {
            _fold.Fold([], logged);
            Budget.BeginDay(Day, spent);
        }

        public byte[] Features()
        {
            var chain = 0L;
            for (var place = 0; place < _packed.Count; place++) chain = _fold.Wait(_packed, place, chain);
            return _fold.FoldWaiting([], chain);
        }

        /// <summary>How many series do not come under the bound.</summary>
        public int Unbounded() => Enumerable.Range(0, Symbols.Count).Select(id => Symbols[id]).Count(key =>
            key.Facet.Length == 0 || key.Dimension is Dimension.Filter or Dimension.Phrase || key.Metric == Metric.Peers || _named.HasFacetOf(key));
    }
}
