using FsCheck.Fluent;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Features;

/// <summary>Whatever bytes are read: an answer, or a clear exception, and soon.</summary>
public class DamagedFeaturesTests
{
    [Fact]
    public void Mutated_features_are_read_or_refused() =>
        Laws.Holds(
            Prop.ForAll(Generators.Activities(), ArbMap.Default.ArbFor<int>(), (activities, seed) =>
            {
                var symbols = new SymbolTable();
                var fold = new FeatureFold(symbols);
                var features = fold.Fold([], activities);
                var scorer = new Scorer(Build.Pack, symbols);
                var random = new Random(seed);
                for (var i = 0; i < 50; i++)
                {
                    var mutated = Mutate(features, random);
                    ReadOrRefuse(() => scorer.TryPoints(mutated, Build.Today, out _));
                    ReadOrRefuse(() => scorer.Explain(mutated, Build.Today));
                    ReadOrRefuse(() => fold.Fold(mutated, activities));
                    ReadOrRefuse(() => PortableFeatures.Export(mutated, symbols));
                }
            }));

    [Fact]
    public void Mutated_portable_features_are_read_or_refused() =>
        Laws.Holds(
            Prop.ForAll(Generators.Activities(), ArbMap.Default.ArbFor<int>(), (activities, seed) =>
            {
                var symbols = new SymbolTable();
                var bytes = PortableFeatures.Export(new FeatureFold(symbols).Fold([], activities), symbols).Bytes.ToArray();
                var random = new Random(seed);
                for (var i = 0; i < 50; i++) ReadOrRefuse(() => PortableFeatures.Parse(Mutate(bytes, random)).Import(symbols));
            }));

    [Fact]
    public void Random_bytes_are_read_or_refused() =>
        Laws.Holds(
            Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
            {
                var symbols = new SymbolTable();
                symbols.Intern(new("post", Dimension.None, "", Metric.Count));
                byte[] headed = [2, 0, .. bytes];
                ReadOrRefuse(() => new FeatureFold(symbols).Fold(headed, [Build.Activity("post")]));
                ReadOrRefuse(() => PortableFeatures.Parse(bytes));
            }),
            cases: 1000);

    [Fact]
    public void The_message_tells_the_offset()
    {
        var symbols = new SymbolTable();
        var features = new FeatureFold(symbols).Fold([], [Build.Activity("post")]);
        var thrown = Assert.Throws<InvalidDataException>(() => new FeatureFold(symbols).Merge([], features.AsSpan()[..^1]));
        Assert.Equal($"Damaged features: the data ends too early at offset {features.Length - 1}.", thrown.Message);
    }

    [Fact]
    public void Features_of_another_symbol_table_are_refused()
    {
        var features = new FeatureFold(new SymbolTable()).Fold([], [Build.Activity("post")]);
        Assert.Throws<InvalidDataException>(() => new Scorer(Build.Pack, new SymbolTable()).TryPoints(features, Build.Today, out _));
        Assert.Throws<InvalidDataException>(() => new FeatureFold(new SymbolTable()).Merge([], features));
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var mutated = bytes.ToArray();
        for (var changes = random.Next(1, 4); changes > 0; changes--) mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
        return random.Next(4) == 0 ? mutated[..random.Next(mutated.Length)] : mutated;
    }

    private static void ReadOrRefuse(Action read)
    {
        try
        {
            read();
        }
        catch (InvalidDataException e)
        {
            Assert.StartsWith("Damaged features", e.Message, StringComparison.Ordinal);
        }
    }
}
