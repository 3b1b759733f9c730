using SocialLeads.Cli.Server;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>The ranked companies as a table.</summary>
internal static class CompaniesTable
{
    private const int BarWidth = 20;

    public static void Write(IAnsiConsole console, CompanyList list)
    {
        console.WriteLine(
            $"{list.Model} version {list.ModelVersion}, as of {list.AsOf}: "
            + $"{Figures.Count(list.Companies.Count)} of {Figures.Count(list.TotalSize)} companies");
        if (list.Companies.Count == 0)
            return;

        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("rank").RightAligned().NoWrap())
            .AddColumn(new TableColumn("company"))
            .AddColumn(new TableColumn("score").RightAligned().NoWrap())
            .AddColumn(new TableColumn("").Width(BarWidth).NoWrap())
            .AddColumn(new TableColumn("points").RightAligned().NoWrap())
            .AddColumn(new TableColumn("members").RightAligned().NoWrap());
        foreach (var company in list.Companies)
        {
            table.AddRow(
                new Text(Figures.Count(company.Rank)),
                new Text(Printable.Of(company.Domain)),
                new Text(Figures.Score(company.Score)),
                new Text(Bar.Of(company.Score / 100, BarWidth), new Style(Color.Green)),
                new Text(Figures.Points(Figures.Exact(company.Points))),
                new Text(Figures.Count(company.Members)));
        }

        console.Write(table);
    }
}
