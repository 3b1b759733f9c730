using SocialLeads.Scoring.Trials;

namespace SocialLeads.Scoring.Tests.Trials;

public class TrialComparisonTests
{
    [Fact]
    public void A_draft_that_ranks_as_before_moves_nobody()
    {
        long[] points = [.. Enumerable.Range(1, 100).Select(i => i * 10L)];
        long[] doubled = [.. points.Select(one => 2 * one)];

        var figures = TrialComparison.Of(doubled, points, 10);

        Assert.Equal((100, 5, 5, 0, 0), (figures.Members, figures.TopPlaces, figures.Staying, figures.Entering, figures.Leaving));
        Assert.Equal((1, 1), (figures.KendallTauB!.Value, figures.Spearman!.Value));
        Assert.Equal((0, 0, 0), (figures.MeanMove, figures.MedianMove, figures.LargeMove));
        Assert.Empty(figures.Movers);
        Assert.Equal(100, figures.Moves.Single(bin => bin.Low < 0 && bin.High > 0).Members);
    }

    [Fact]
    public void Who_enters_and_leaves_the_top_is_named_best_first()
    {
        long[] against = [.. Enumerable.Range(1, 100).Select(i => i * 10L)];
        var draft = against.ToArray();
        // The best falls to the end, and the last two rise above everybody.
        (draft[99], draft[0], draft[1]) = (1, 10_000, 20_000);

        var figures = TrialComparison.Of(draft, against, 10);

        Assert.Equal((3, 2, 2), (figures.Staying, figures.Entering, figures.Leaving));
        Assert.Equal([new(1, 1, 99), new(0, 2, 100)], figures.BestEntering);
        Assert.Equal([new(99, 100, 1), new(95, 6, 5)], figures.BestLeaving);
        Assert.Equal([99, 1, 0], figures.Movers.Take(3).Select(place => place.Index));
        Assert.Equal(98, TrialComparison.MoveOf(figures.BestEntering[0], 100));
        Assert.Equal(2, figures.Moves[^1].Members);
        Assert.Equal(1, figures.Moves[0].Members);
        Assert.Equal(100, figures.Moves.Sum(bin => bin.Members));
    }

    [Fact]
    public void Equal_points_share_the_best_place_and_equals_for_whom_the_top_has_no_room_are_not_in_it()
    {
        long[] against = [5, 5, 5, 1, .. new long[16]];
        long[] draft = [9, 5, 5, 5, .. new long[16]];

        var figures = TrialComparison.Of(draft, against, 10);

        Assert.Equal((1, 0, 1, 0), (figures.TopPlaces, figures.Staying, figures.Entering, figures.Leaving));
        Assert.Equal([new(0, 1, 1)], figures.BestEntering);
        Assert.Equal([new(3, 2, 4), new(1, 2, 1), new(2, 2, 1)], figures.Movers);
    }

    [Fact]
    public void Lists_are_no_longer_than_asked_for_and_counts_are_whole()
    {
        long[] against = [.. Enumerable.Range(0, 1_000).Select(i => (long)i)];
        long[] draft = [.. against.Reverse()];

        var figures = TrialComparison.Of(draft, against, 3);

        Assert.Equal((50, 50, -1), (figures.Entering, figures.Leaving, Math.Round(figures.Spearman!.Value, 12)));
        Assert.Equal((3, 3, 3), (figures.BestEntering.Length, figures.BestLeaving.Length, figures.Movers.Length));
    }

    [Fact]
    public void Nobody_is_compared_without_complaint()
    {
        var figures = TrialComparison.Of([], [], 3);

        Assert.Equal((0, 0, 0.0), (figures.Members, figures.TopPlaces, figures.LargeMove));
        Assert.Null(figures.KendallTauB);
    }
}
