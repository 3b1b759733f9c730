using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Tests.Partitions;

public class UnsavedIdsTests
{
    [Fact]
    public void What_was_added_comes_out_by_day_and_in_order_once()
    {
        var random = new Random(5);
        var unsaved = new UnsavedIds();
        var expected = new Dictionary<int, List<ulong>>();
        for (var turn = 0; turn < 60; turn++)
        {
            var (day, fingerprints) = (100 + random.Next(3), new ulong[random.Next(3) * random.Next(2_000)]);
            for (var i = 0; i < fingerprints.Length; i++) fingerprints[i] = (ulong)random.NextInt64();
            unsaved.Add(day, fingerprints);
            if (!expected.TryGetValue(day, out var all)) expected.Add(day, all = []);
            all.AddRange(fingerprints);
        }

        var blocks = unsaved.Take();

        Assert.Equal([100, 101, 102], blocks.Select(block => block.Day).Distinct().Order());
        foreach (var (day, all) in expected)
            Assert.Equal(all, blocks.Where(block => block.Day == day).SelectMany(block => SeenBlock.Decode(block.Fingerprints.Span)));
        Assert.Empty(unsaved.Take());
    }

    [Fact]
    public void No_block_is_empty_or_longer_than_64_KiB()
    {
        var unsaved = new UnsavedIds();
        unsaved.Add(99, []);
        unsaved.Add(100, new ulong[100_000]);

        Assert.All(unsaved.Take(), block => Assert.InRange(block.Fingerprints.Length, 1, 64 * 1024));
    }
}
