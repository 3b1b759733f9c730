using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>One member's score: what each signal adds or takes, and the total.</summary>
internal static class ScoreSheet
{
    /// <summary>Lines shown one by one; what is beyond is summed up in one line.</summary>
    public const int MaxLines = 60;

    private const int BarWidth = 32;

    public static void Write(IAnsiConsole console, GetScoreResponse score)
    {
        var lead = score.Lead;
        console.WriteLine($"{Printable.Of(lead.Member)}: {score.Model} version {score.ModelVersion}, as of {score.AsOf}");
        console.WriteLine(
            $"score {Figures.Score(lead.Score)}   points {Figures.Points(Figures.Exact(lead.Points))}   "
            + $"rank {Figures.Count(lead.Rank)}   percentile {Figures.Score(lead.Percentile)}");
        if (lead.FitPoints != 0)
        {
            console.WriteLine(
                $"fit {Figures.SignedPoints(Figures.Exact(lead.FitPoints))}   "
                + $"engagement {Figures.SignedPoints(Figures.Exact(lead.EngagementPoints))}");
        }

        if (lead.Approximate)
            console.WriteLine("The points are approximate: activities that may have counted then are so old that their days are no longer kept.");

        console.Write(CreateTable(lead));

        var sum = SumOf(lead.Contributions);
        if (sum != Figures.Exact(lead.Points))
            console.WriteLine($"The contributions sum to {Figures.Points(sum)}, which is not the points: the server is at fault.");
    }

    private static Table CreateTable(Lead lead)
    {
        var least = Math.Min(0, lead.Contributions.Select(contribution => contribution.Points).DefaultIfEmpty().Min());
        var greatest = Math.Max(0, lead.Contributions.Select(contribution => contribution.Points).DefaultIfEmpty().Max());
        var table = new Table().Border(TableBorder.Simple).ShowFooters()
            .AddColumn(new TableColumn("signal").Footer(new Text("total")))
            .AddColumn(new TableColumn("facet"))
            .AddColumn(new TableColumn("measured").RightAligned().NoWrap())
            .AddColumn(new TableColumn("points").RightAligned().NoWrap().Footer(new Text(Figures.SignedPoints(SumOf(lead.Contributions)))))
            .AddColumn(new TableColumn("").Width(BarWidth + 1).NoWrap());
        foreach (var contribution in lead.Contributions.Take(MaxLines))
        {
            table.AddRow(
                new Text(Figures.Words(contribution.Signal)),
                new Text(FacetOf(contribution)),
                new Text(Figures.Measured(contribution.Measured)),
                new Text(Figures.SignedPoints(Figures.Exact(contribution.Points))),
                new Text(
                    Bar.Signed(contribution.Points, least, greatest, BarWidth),
                    new Style(contribution.Points < 0 ? Color.Red : Color.Green)));
        }

        var rest = lead.Contributions.Skip(MaxLines).ToList();
        if (rest.Count > 0)
            table.AddRow($"and {Figures.Count(rest.Count)} smaller ones", "", "", Figures.SignedPoints(SumOf(rest)), "");
        return table;
    }

    /// <summary>What it was counted by: the facet, or the phrases that a filter found.</summary>
    private static string FacetOf(Contribution contribution) => contribution.Evidence.Count == 0
        ? Printable.Of(contribution.Facet)
        : string.Join(", ", contribution.Evidence.Select(phrase => Printable.Of($"\"{phrase}\"")));

    private static decimal SumOf(IEnumerable<Contribution> contributions) =>
        contributions.Sum(contribution => Figures.Exact(contribution.Points));
}
