using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Tests.Partitions;

public class MemberTableTests
{
    [Fact]
    public void Every_member_is_found_again_one_by_one_and_many_at_once()
    {
        var table = new MemberTable();
        var random = new Random(5);
        var expected = new Dictionary<string, MemberEntry>();
        for (var round = 0; round < 200; round++)
        {
            var members = Enumerable.Range(0, random.Next(1, 200)).Select(_ => $"m{random.Next(8_000)}").ToList();
            var found = new MemberEntry?[members.Count];
            table.Find([.. members.Select(Some)], found);
            Assert.Equal(members.Select(expected.GetValueOrDefault), found);

            foreach (var member in members)
            {
                var entry = table.GetOrAdd(member);
                expected.TryAdd(member, entry);
                Assert.Same(expected[member], entry);
                Assert.Same(entry, table.Find(member));
                Assert.Equal(member, entry.Member);
            }
        }

        Assert.Equal(expected.Count, table.Count);
        Assert.Equal(Enumerable.Range(0, table.Count), table.Entries.Select(entry => entry.Index));
        Assert.Null(table.Find("nobody"));
    }

    private static Activity Some(string member) => new() { Id = "1", Member = member, Kind = "visit", OccurredAtMs = 0 };
}
