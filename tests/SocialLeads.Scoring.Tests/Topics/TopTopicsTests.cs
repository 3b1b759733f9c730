using System.Collections.Immutable;
using FsCheck.Fluent;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Topics;

namespace SocialLeads.Scoring.Tests.Topics;

public class TopTopicsTests
{
    [Fact]
    public void Tags_and_hashtags_of_the_last_thirty_days_most_first()
    {
        Activity[] activities =
        [
            Tagged("post", 0, "pricing", "#launch"), Tagged("page_view", 3, "pricing"), Tagged("page_view", 29, "pricing"),
            Tagged("page_view", 30, "old"), Tagged("comment", 2, "#launch"), Tagged("comment", 5, "cloud"), Tagged("comment", 5, "api"),
            Tagged("registration", 900, "pricing"),
        ];
        Assert.Equal(
            ["pricing 3 0 False", "#launch 2 0 True", "api 1 5 False", "cloud 1 5 False"],
            Of(activities).Select(topic => $"{topic.Tag} {topic.Count} {Build.Today - topic.LatestDay} {topic.IsHashtag}"));
        Assert.Equal(["#launch", "pricing"], Of(activities, daysAgo: 1, days: 3).Select(topic => topic.Tag).Order(StringComparer.Ordinal));
        Assert.Equal(["pricing"], Of(activities, most: 1).Select(topic => topic.Tag));
        Assert.Empty(TopTopics.Of([], new SymbolTable(), Build.Today));
    }

    [Fact]
    public void They_are_what_counting_by_hand_gives() =>
        Laws.Holds(Prop.ForAll(Generators.Activities(maxDaysAgo: 390), Gen.Choose(0, 60).ToArbitrary(), (activities, daysAgo) =>
        {
            var expected = activities.Where(one => one.Day <= Build.Today - daysAgo && one.Day > Build.Today - daysAgo - 30)
                .SelectMany(one => one.Tags, (one, tag) => (tag, one.Day)).GroupBy(one => one.tag)
                .Select(group => new Topic(group.Key, group.Count(), group.Max(one => one.Day))).ToHashSet();
            return Of(activities, daysAgo).ToHashSet().SetEquals(expected);
        }));

    private static Activity Tagged(string kind, int daysAgo, params string[] tags) => Build.Activity(kind, daysAgo) with { Tags = [.. tags] };

    private static ImmutableArray<Topic> Of(Activity[] activities, int daysAgo = 0, int days = 30, int most = 10)
    {
        var symbols = new SymbolTable();
        return TopTopics.Of(new FeatureFold(symbols).Fold([], activities), symbols, Build.Today - daysAgo, days, most);
    }
}
