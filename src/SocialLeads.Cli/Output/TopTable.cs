using SocialLeads.Cli.Server;
using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>The ranked leads as a table.</summary>
internal static class TopTable
{
    private const int BarWidth = 10;
    private const int Reasons = 3;

    public static void Write(IAnsiConsole console, LeadList list)
    {
        console.WriteLine(
            $"{list.Model} version {list.ModelVersion}, as of {list.AsOf}: "
            + $"{Figures.Count(list.Leads.Count)} of {Figures.Count(list.TotalSize)} members");
        if (list.Leads.Count == 0)
            return;

        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("rank").RightAligned().NoWrap())
            .AddColumn(new TableColumn("member"))
            .AddColumn(new TableColumn("score").RightAligned().NoWrap())
            .AddColumn(new TableColumn("").Width(BarWidth).NoWrap())
            .AddColumn(new TableColumn("points").RightAligned().NoWrap())
            .AddColumn(new TableColumn("strongest reasons"));
        foreach (var lead in list.Leads)
        {
            table.AddRow(
                new Text(Figures.Count(lead.Rank)),
                new Text(Printable.Of(lead.Member)),
                new Text(Figures.Score(lead.Score)),
                new Text(Bar.Of(lead.Score / 100, BarWidth), new Style(Color.Green)),
                new Text(Figures.Points(Figures.Exact(lead.Points))),
                new Text(WhyOf(lead)));
        }

        console.Write(table);
    }

    private static string WhyOf(Lead lead) =>
        string.Join("; ", lead.Contributions.Where(contribution => contribution.Points != 0).Take(Reasons).Select(Figures.Reason));
}
