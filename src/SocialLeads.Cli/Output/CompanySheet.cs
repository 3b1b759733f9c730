using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>One company's points: what each of the best members adds, and the total.</summary>
internal static class CompanySheet
{
    private const int BarWidth = 32;

    public static void Write(IAnsiConsole console, GetCompanyResponse answer)
    {
        var company = answer.Company;
        console.WriteLine($"{Printable.Of(company.Domain)}: {answer.Model} version {answer.ModelVersion}, as of {answer.AsOf}");
        console.WriteLine(
            $"score {Figures.Score(company.Score)}   points {Figures.Points(Figures.Exact(company.Points))}   "
            + $"rank {Figures.Count(company.Rank)} of {Figures.Count(answer.TotalSize)}   members {Figures.Count(company.Members)}");
        console.Write(CreateTable(company));

        var sum = company.Best.Sum(one => Figures.Exact(one.Adds));
        if (sum != Figures.Exact(company.Points))
            console.WriteLine($"What the members add is {Figures.Points(sum)}, which is not the points: the server is at fault.");
    }

    private static Table CreateTable(Company company)
    {
        var most = company.Best.Max(one => one.Adds);
        var table = new Table().Border(TableBorder.Simple).ShowFooters()
            .AddColumn(new TableColumn("member").Footer(new Text("total")))
            .AddColumn(new TableColumn("own points").RightAligned().NoWrap())
            .AddColumn(new TableColumn("adds").RightAligned().NoWrap()
                .Footer(new Text(Figures.SignedPoints(company.Best.Sum(one => Figures.Exact(one.Adds))))))
            .AddColumn(new TableColumn("").Width(BarWidth).NoWrap());
        foreach (var one in company.Best)
        {
            table.AddRow(
                new Text(Printable.Of(one.Member)),
                new Text(Figures.Points(Figures.Exact(one.OwnPoints))),
                new Text(Figures.SignedPoints(Figures.Exact(one.Adds))),
                new Text(most > 0 ? Bar.Of(one.Adds / most, BarWidth) : "", new Style(Color.Green)));
        }

        return table;
    }
}
