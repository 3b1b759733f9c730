using FsCheck.Fluent;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Tests.Features;

public class SymbolTableTests
{
    [Fact]
    public void Ids_are_dense_and_stay()
    {
        var symbols = new SymbolTable();
        var keys = Enumerable.Range(0, 100).Select(i => new SeriesKey("k", Dimension.Tag, $"{i}", Metric.Count)).ToArray();
        for (var i = 0; i < keys.Length; i++) Assert.Equal(i, symbols.Intern(keys[i]));
        for (var i = 0; i < keys.Length; i++) Assert.Equal(i, symbols.Intern(keys[i]));
        Assert.Equal(100, symbols.Count);
        Assert.Equal(keys[42], symbols[42]);
        Assert.Throws<ArgumentOutOfRangeException>(() => symbols[100]);
    }

    [Fact]
    public void A_text_names_one_series_whatever_the_facet() =>
        Laws.Holds(Prop.ForAll(ArbMap.Default.ArbFor<string>(), facet =>
        {
            var key = new SeriesKey("kind_1", Dimension.Attribute, facet ?? "", Metric.Count);
            return SymbolTable.Parse(SymbolTable.Encode(key)) == key;
        }));

    [Fact]
    public void Every_dimension_and_metric_round_trips()
    {
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            foreach (var metric in Enum.GetValues<Metric>())
            {
                var key = new SeriesKey("k", dimension, "a/b/0/0/", metric);
                Assert.Equal(key, SymbolTable.Parse(SymbolTable.Encode(key)));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("post")]
    [InlineData("/0/0/")]
    [InlineData("post/0/0")]
    [InlineData("post/7/0/x")]
    [InlineData("post/0/9/x")]
    [InlineData("post/00/0/x")]
    public void A_text_that_names_no_series_is_refused(string text) =>
        Assert.Throws<FormatException>(() => SymbolTable.Parse(text));

    [Fact]
    public void The_priority_is_the_beginning_of_the_hash_of_the_text()
    {
        var symbols = new SymbolTable();
        var id = symbols.Intern(new("post", Dimension.Tag, "red", Metric.Count));
        // printf 'post/2/0/red' | sha256sum
        Assert.Equal(0x36565FD04AB1E8C5UL, symbols.Priority(id));
    }

    [Fact]
    public void Many_threads_give_one_id_to_one_series()
    {
        var symbols = new SymbolTable();
        var ids = new int[8][];
        Parallel.For(0, ids.Length, thread =>
            ids[thread] = [.. Enumerable.Range(0, 500).Select(i => symbols.Intern(new("k", Dimension.Tag, $"{i}", Metric.Count)))]);
        Assert.Equal(500, symbols.Count);
        foreach (var other in ids) Assert.Equal(ids[0], other);
        for (var i = 0; i < 500; i++) Assert.Equal($"{i}", symbols[ids[0][i]].Facet);
    }

    /// <summary>The numbers are in stored features and symbols: they never change.</summary>
    [Fact]
    public void Persisted_numbers_are_frozen()
    {
        Assert.Equal(
            ["None=0", "Group=1", "Tag=2", "PeerRole=3", "EmailDomain=4", "Channel=5", "Attribute=6", "Filter=8", "Phrase=9"],
            Enum.GetValues<Dimension>().Select(value => $"{value}={(int)value}"));
        Assert.Equal(
            ["Count=0", "ValueGain=1", "ValueLoss=2", "LatestDuration=3", "LatestValue=4", "Peers=5"],
            Enum.GetValues<Metric>().Select(value => $"{value}={(int)value}"));
        Assert.Equal(
            ["Sum=0", "StampedSum=1", "Latest=2", "Peers=3"],
            Enum.GetValues<CellShape>().Select(value => $"{value}={(int)value}"));
    }
}
