using SocialLeads.Server.Demo;
using SocialLeads.Server.Demo.Simulation;

namespace SocialLeads.Server.Tests.Demo;

public sealed class RankingReviewTests
{
    /// <summary>A hundred members, the first ten places and the last one being interested.</summary>
    private static readonly string[] _ranked = [.. Enumerable.Range(1, 100).Select(place => $"m{place}")];

    private static readonly Dictionary<string, Intent> _truth = _ranked.Select((member, i) => (member, i)).ToDictionary(
        m => m.member, m => m.i is < 10 or 99 ? Intent.Shopper : m.i == 10 ? Intent.Bot : Intent.Browser);

    [Fact]
    public void The_top_twentieth_is_measured()
    {
        var review = new RankingReview(_ranked, _truth);

        Assert.Equal((5, 5, 11), (review.TopSize, review.Found, review.Interested));
        Assert.Equal(1m, review.Precision);
        Assert.Equal(5m / 11, review.Recall);
        Assert.Equal(100m / 11, review.Lift);
        Assert.Empty(review.OthersInTop);
    }

    [Fact]
    public void Every_interested_member_is_in_its_slice()
    {
        var review = new RankingReview(_ranked, _truth);

        Assert.Equal([5, 5, .. Enumerable.Repeat(0, 17), 1], review.InterestedBySlice);
    }

    [Fact]
    public void A_ranking_upside_down_finds_the_one_at_the_end()
    {
        var review = new RankingReview([.. _ranked.Reverse()], _truth);

        Assert.Equal(1, review.Found);
        Assert.Equal([(Intent.Browser, 4)], review.OthersInTop);
    }

    [Fact]
    public void The_top_is_rounded_up_and_slices_hold_everybody_whatever_the_number()
    {
        for (var members = 1; members <= 100; members++)
        {
            var review = new RankingReview(_ranked[..members], _truth);

            Assert.Equal((members + 19) / 20, review.TopSize);
            Assert.Equal(_ranked[..members].Count(m => _truth[m] == Intent.Shopper), review.InterestedBySlice.Sum());
        }
    }

    [Fact]
    public void Members_the_simulation_does_not_know_are_counted_as_strangers()
    {
        var review = new RankingReview(["stranger", .. _ranked], _truth);

        Assert.Equal(1, review.Strangers);
        Assert.Equal(101, review.Ranked);
        Assert.Equal(5, review.Found);
    }

    [Fact]
    public void Without_anybody_interested_there_is_nothing_to_find()
    {
        var review = new RankingReview(_ranked, new Dictionary<string, Intent>());

        Assert.Equal((0m, 0m, 0m), (review.Precision, review.Recall, review.Lift));
    }
}
