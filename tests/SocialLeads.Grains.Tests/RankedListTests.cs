using SocialLeads.Grains.Boards;

namespace SocialLeads.Grains.Tests;

public class RankedListTests
{
    [Fact]
    public void Keys_come_best_first_and_equal_points_by_member()
    {
        var list = new RankedList();
        list.Add(new RankedKey(10, "b"));
        list.Add(new RankedKey(20, "c"));
        list.Add(new RankedKey(10, "a"));

        Assert.Equal(["c", "a", "b"], list.Take(null, 10).Select(key => key.Member));
    }

    [Fact]
    public void It_agrees_with_a_sorted_list_through_thousands_of_changes() => ChangeAndCompare(new RankedList(), []);

    [Fact]
    public void Made_whole_it_agrees_with_a_sorted_list_through_thousands_of_changes()
    {
        var members = Enumerable.Range(0, 5_000).Select(i => $"n{i}").ToArray();
        var points = new MemberPoints();
        for (var index = 0; index < members.Length; index++) points[index] = index * 7919 % 500;
        List<RankedKey> expected = [.. members.Select((member, index) => new RankedKey(points[index], member)).Order()];

        ChangeAndCompare(new RankedList(new PackedRanking(points, new NameOrder(members)).Cut()), expected);
    }

    [Fact]
    public void A_place_that_no_key_holds_any_more_still_divides_the_list()
    {
        var list = new RankedList([.. Enumerable.Range(0, 3000).Select(i => new RankedKey(i, "m")).Order().Chunk(500).Select(run => new RankedRun([.. run]))]);
        var gone = new RankedKey(1500, "m");
        list.Remove(gone);

        Assert.Equal(1499, list.CountBefore(gone));
        Assert.Equal(1499, list.Take(gone, 1).Single().PointsThousandths);
        Assert.Empty(list.Take(new RankedKey(-1, "m"), 5));
        Assert.Equal(2999, list.CountBefore(new RankedKey(-1, "m")));
    }

    [Fact]
    public void Removing_what_is_not_there_is_an_error_and_not_silence() =>
        Assert.Throws<InvalidOperationException>(() => new RankedList().Remove(new RankedKey(1, "nobody")));

    private static void ChangeAndCompare(RankedList list, List<RankedKey> expected)
    {
        var random = new Random(7);
        for (var step = 0; step < 6_000; step++)
        {
            if (expected.Count > 0 && random.Next(3) == 0)
            {
                var gone = expected[random.Next(expected.Count)];
                expected.Remove(gone);
                list.Remove(gone);
            }
            else
            {
                var key = new RankedKey(random.Next(500), $"m{step}");
                expected.Insert(~expected.BinarySearch(key), key);
                list.Add(key);
            }
        }

        Assert.Equal(expected.Count, list.Count);
        Assert.Equal(expected, list.Take(null, int.MaxValue));
        foreach (var at in Enumerable.Range(0, 100).Select(_ => random.Next(expected.Count)))
        {
            Assert.Equal(at, list.CountBefore(expected[at]));
            Assert.Equal(expected.Skip(at + 1).Take(7), list.Take(expected[at], 7));
        }
    }
}
