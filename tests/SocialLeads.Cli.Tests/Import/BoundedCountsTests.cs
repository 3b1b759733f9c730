using SocialLeads.Cli.Import;

namespace SocialLeads.Cli.Tests.Import;

public class BoundedCountsTests
{
    [Fact]
    public void Names_beyond_the_bound_count_together()
    {
        var counts = new BoundedCounts();
        for (var i = 0; i < 3 * BoundedCounts.MaxNames; i++) counts.Add("a.jsonl", $"{i}");
        counts.Add("a.jsonl", "0");

        var list = counts.List().ToList();
        Assert.Equal(BoundedCounts.MaxNames + 1, list.Count);
        Assert.Equal(new SourceCount("a.jsonl", "0", 2), list[0]);
        Assert.Equal(new SourceCount("a.jsonl", BoundedCounts.Other, 2 * BoundedCounts.MaxNames), list[^1]);
    }

    [Fact]
    public void A_long_name_is_told_by_how_it_begins_without_half_a_character()
    {
        var counts = new BoundedCounts();
        counts.Add("a.jsonl", new string('x', BoundedCounts.MaxNameLength));
        counts.Add("a.jsonl", new string('x', 100_000));
        counts.Add("a.jsonl", new string('x', BoundedCounts.MaxNameLength - 1) + "😀");

        Assert.Equal([new string('x', BoundedCounts.MaxNameLength), new string('x', BoundedCounts.MaxNameLength) + "…", new string('x', BoundedCounts.MaxNameLength - 1) + "…"], counts.List().Select(count => count.Name));
    }
}
