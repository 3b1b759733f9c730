using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SocialLeads.Server.Demo;

/// <summary>Where the truly interested stand in the ranking: a bar for each twentieth of the members.</summary>
internal static class SliceChart
{
    private const int LongestBar = 50;

    /// <param name="review">The figures.</param>
    /// <param name="unicode">Whether the output can show block characters.</param>
    public static IRenderable Draw(RankingReview review, bool unicode)
    {
        var most = Math.Max(1, review.InterestedBySlice.Max());
        var grid = new Grid().AddColumn(new GridColumn().RightAligned().NoWrap()).AddColumn(new GridColumn().NoWrap());
        for (var slice = 0; slice < RankingReview.Slices; slice++)
        {
            var count = review.InterestedBySlice[slice];
            var from = slice * 100 / RankingReview.Slices;
            var to = (slice + 1) * 100 / RankingReview.Slices;
            var bar = new string(unicode ? '█' : '#', ((count * LongestBar) + most - 1) / most);
            var number = count == 0 ? "" : (bar + " " + count.ToString(CultureInfo.InvariantCulture));
            grid.AddRow(
                new Text(string.Create(CultureInfo.InvariantCulture, $"{from}–{to} %")),
                new Text(number, slice == 0 ? new Style(Color.Green) : Style.Plain));
        }

        return grid;
    }
}
