using SocialLeads.Grains.Boards;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Tests.Boards;

public class PackedRankingTests
{
    private static readonly string[] _pieces = ["\0", "a", "b", "ab", "é", "\ud7ff", "\ue000", "\uffff", "😀", "𐀀", "member-"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Ranks_as_a_plain_sort_of_keys_does(int seed)
    {
        var random = new Random(seed);
        var shared = Text(random, 2);
        var members = Enumerable.Range(0, 3_000).Select(_ => shared + Text(random, random.Next(6))).Distinct().ToArray();
        var points = new MemberPoints();
        points.EnsureRoom(members.Length);
        var expected = new List<RankedKey>();
        for (var index = 0; index < members.Length; index++)
        {
            if (random.Next(10) == 0) continue;
            points[index] = random.Next(50) == 0 ? (random.Next(2) * 2 - 1) * Points.MaxThousandths : random.Next(-20, 20);
            expected.Add(new RankedKey(points[index], members[index]));
        }

        expected.Sort();

        var runs = new PackedRanking(points, new NameOrder(members)).Cut();

        Assert.All(runs, run => Assert.InRange(run.Count, 1, RankedList.RunLength));
        Assert.All(runs, run => Assert.Equal(run.Last, run.Keys[^1]));
        Assert.All(runs, run => Assert.Equal(run.Count, run.Keys.Count));
        Assert.Equal(expected, runs.SelectMany(run => run.Keys));
    }

    [Fact]
    public void Nobody_has_points()
    {
        var points = new MemberPoints();
        Assert.Empty(new PackedRanking(points, new NameOrder([])).Cut());
        Assert.Empty(new PackedRanking(points, new NameOrder(["ann"])).Cut());
    }

    private static string Text(Random random, int pieces) =>
        string.Concat(Enumerable.Range(0, pieces).Select(_ => _pieces[random.Next(_pieces.Length)]));
}
