using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Grains.Tests.Partitions;

public class WaitingActivitiesTests
{
    private const int MoreThanMayWait = 900_000;
    // When some were folded already because too many waited, and too many will wait again.
    private const int FoldedAllAt = 460_000;
    private readonly SymbolTable _symbols = new();

    [Fact]
    public async Task Features_are_the_same_whenever_they_were_looked_at()
    {
        var random = new Random(7);
        var once = new FeatureFold(_symbols);
        var (waiting, table) = (new WaitingActivities(new FeatureFold(_symbols)), new MemberTable());
        var expected = new Dictionary<string, List<Activity>>();
        for (var number = 0; number < MoreThanMayWait; number++)
        {
            // One member in two acts once in a while, the others often.
            var activity = Activity(number, $"m{random.Next(random.Next(2) == 0 ? 20 : 3_000)}");
            waiting.Add(table.GetOrAdd(activity.Member), activity);
            if (!expected.TryGetValue(activity.Member, out var all)) expected.Add(activity.Member, all = []);
            all.Add(activity);
            if (random.Next(1_000) == 0) _ = table.Entries[random.Next(table.Count)].Features;
            if (number != FoldedAllAt) continue;
            await waiting.FoldAllAsync();
            waiting.Shrink();
        }

        foreach (var (member, activities) in expected)
            Assert.Equal(once.Fold([], [.. activities]), table.Find(member)!.Features);
    }

    [Fact]
    public void Activities_with_very_many_tags_wait_in_smaller_numbers()
    {
        var fold = new FeatureFold(_symbols);
        var (waiting, table) = (new WaitingActivities(fold), new MemberTable());
        for (var number = 0; number < 100_000; number++)
            waiting.Add(table.GetOrAdd("ann"), Activity(number, "ann") with { Tags = [.. Enumerable.Range(0, 90).Select(tag => $"t{tag}")] });

        Assert.InRange(fold.WaitingCells, 2_800_000, 3_200_000);
    }

    private static Activity Activity(int number, string member) => new()
    {
        Id = $"{number}",
        Member = member,
        Kind = number % 3 == 0 ? "post" : "visit",
        OccurredAtMs = UtcDay.ToUnixMs(739_000 + number % 40),
        Group = $"g{number % 5}",
    };
}
