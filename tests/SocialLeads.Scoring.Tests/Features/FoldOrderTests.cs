using FsCheck.Fluent;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Filters;

namespace SocialLeads.Scoring.Tests.Features;

/// <summary>Features depend on the set of activities alone.</summary>
public class FoldOrderTests
{
    [Fact]
    public void Any_order_gives_the_same_bytes() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), ArbMap.Default.ArbFor<int>(), (activities, seed) =>
        {
            var shuffled = Shuffled(activities, seed);
            return FoldAtOnce(activities).SequenceEqual(FoldAtOnce(shuffled));
        }));

    [Fact]
    public void Any_split_into_batches_gives_the_same_bytes() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), ArbMap.Default.ArbFor<int>(), (activities, seed) =>
        {
            var symbols = new SymbolTable();
            var fold = new FeatureFold(symbols);
            var random = new Random(seed);
            byte[] features = [];
            ReadOnlySpan<Activity> rest = Shuffled(activities, seed);
            while (!rest.IsEmpty)
            {
                var batch = random.Next(1, rest.Length + 1);
                features = fold.Fold(features, rest[..batch]);
                rest = rest[batch..];
            }
            return FoldAtOnce(activities).SequenceEqual(Bytes(features, symbols));
        }));

    [Fact]
    public void Activities_that_waited_give_the_same_bytes() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), ArbMap.Default.ArbFor<int>(), (activities, seed) =>
        {
            // Two members, whose activities are chained through one another.
            var symbols = new SymbolTable();
            var fold = new FeatureFold(symbols);
            var random = new Random(seed);
            var (one, other) = (Member.None, Member.None);
            foreach (var (mine, yours) in activities.Zip(Shuffled(activities, seed)))
            {
                (one, other) = (one.Wait(fold, mine), other.Wait(fold, yours));
                if (random.Next(4) == 0) one = one.Fold(fold);
                if (random.Next(8) == 0) other = other.Fold(fold);
                fold.ForgetWaiting(Math.Min(one.Oldest, other.Oldest) - 1);
                if (random.Next(8) == 0) fold.ShrinkWaiting();
            }
            var expected = FoldAtOnce(activities);
            return expected.SequenceEqual(Bytes(one.Fold(fold).Features, symbols))
                && expected.SequenceEqual(Bytes(other.Fold(fold).Features, symbols));
        }));

    [Fact]
    public void Activities_that_were_packed_before_they_waited_give_the_same_bytes() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), activities =>
        {
            var symbols = new SymbolTable();
            var fold = new FeatureFold(symbols);
            var packed = new PackedActivities();
            foreach (var activity in activities) fold.Pack(activity, packed);
            var chain = 0L;
            for (var place = 0; place < packed.Count; place++) chain = fold.Wait(packed, place, chain);
            var features = fold.FoldWaiting([], chain);
            // What is packed is used again.
            packed.Clear();
            return FoldAtOnce(activities).SequenceEqual(Bytes(features, symbols)) && packed.Count == 0;
        }));

    [Fact]
    public void Packed_activities_fit_only_the_filters_under_which_all_of_them_were_packed()
    {
        var fold = new FeatureFold(new SymbolTable());
        var packed = new PackedActivities();
        var activity = new Activity { Id = "1", Member = "ann", Kind = "post", OccurredAtMs = 0 };
        fold.Pack(activity, packed);
        Assert.True(fold.Fits(packed));

        fold.Filters = FilterSet.Of(Array.Empty<TextFilter>());
        Assert.False(fold.Fits(packed));
        fold.Pack(activity, packed);
        Assert.False(fold.Fits(packed));

        packed.Clear();
        fold.Pack(activity, packed);
        Assert.True(fold.Fits(packed));
    }

    [Fact]
    public void Any_tree_of_merges_gives_the_same_bytes() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), ArbMap.Default.ArbFor<int>(), (activities, seed) =>
        {
            var symbols = new SymbolTable();
            var fold = new FeatureFold(symbols);
            var random = new Random(seed);
            var parts = Shuffled(activities, seed).Select(activity => fold.Fold([], [activity])).ToList();
            parts.Add([]);
            while (parts.Count > 1)
            {
                var (left, right) = (Take(parts, random), Take(parts, random));
                parts.Add(fold.Merge(left, right));
            }
            return FoldAtOnce(activities).SequenceEqual(Bytes(parts[0], symbols));
        }));

    [Fact]
    public void A_short_retention_does_not_depend_on_the_order_either() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), ArbMap.Default.ArbFor<int>(), (activities, seed) =>
        {
            var symbols = new SymbolTable();
            var fold = new FeatureFold(symbols, retentionDays: 3);
            var atOnce = fold.Fold([], activities);
            byte[] oneByOne = [];
            foreach (var activity in Shuffled(activities, seed)) oneByOne = fold.Fold(oneByOne, [activity]);
            return atOnce.SequenceEqual(oneByOne);
        }));

    [Fact]
    public void Bounds_do_not_depend_on_the_order()
    {
        var activities = Enumerable.Range(0, 1500).Select(i => Build.Activity(ActivityKinds.PageView, i % 450) with
        {
            Tags = [$"tag{i}", $"tag{i / 2}"],
            Group = $"group{i % 300}",
            Peer = $"peer{i}",
            PeerRole = $"role{i % 90}",
        }).ToArray();
        var atOnce = FoldAtOnce(activities);
        foreach (var seed in (int[])[1, 2, 3])
        {
            var symbols = new SymbolTable();
            var fold = new FeatureFold(symbols);
            byte[] features = [];
            foreach (var batch in Shuffled(activities, seed).Chunk(37)) features = fold.Fold(features, batch);
            Assert.Equal(atOnce, Bytes(features, symbols));
        }
    }

    [Fact]
    public void Export_and_import_keep_everything() =>
        Laws.Holds(Prop.ForAll(Generators.ActivitiesAndOutcomes(), activities =>
        {
            var symbols = new SymbolTable();
            var portable = PortableFeatures.Export(new FeatureFold(symbols).Fold([], activities), symbols);
            var other = new SymbolTable();
            other.Intern(new("other", Dimension.None, "", Metric.Count));
            var imported = PortableFeatures.Parse(portable.Bytes).Import(other);
            return Bytes(imported, other).SequenceEqual(portable.Bytes.ToArray())
                && portable.Import(symbols).SequenceEqual(new FeatureFold(symbols).Fold([], activities));
        }));

    private static byte[] FoldAtOnce(Activity[] activities)
    {
        var symbols = new SymbolTable();
        return Bytes(new FeatureFold(symbols).Fold([], activities), symbols);
    }

    private static byte[] Bytes(byte[] features, SymbolTable symbols) =>
        PortableFeatures.Export(features, symbols).Bytes.ToArray();

    private static Activity[] Shuffled(Activity[] activities, int seed)
    {
        var shuffled = activities.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    private static byte[] Take(List<byte[]> parts, Random random)
    {
        var at = random.Next(parts.Count);
        var part = parts[at];
        parts.RemoveAt(at);
        return part;
    }

    /// <summary>A member with its waiting activities: the chain's number, and that of the oldest in it, which is needed.</summary>
    private sealed record Member(byte[] Features, long Chain, long Oldest)
    {
        public static readonly Member None = new([], 0, 1);

        public Member Wait(FeatureFold fold, Activity activity)
        {
            var chain = fold.Wait(activity, Chain);
            return this with { Chain = chain, Oldest = Chain == 0 ? chain : Oldest };
        }

        public Member Fold(FeatureFold fold) => new(fold.FoldWaiting(Features, Chain), 0, Math.Max(Oldest, Chain + 1));
    }
}
