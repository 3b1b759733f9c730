using System.Globalization;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Scoring.Tests.Learning;

/// <summary>
/// A real table where it is there (UCI, Sakar et al. 2018, CC BY 4.0): <c>../shared/data/online-shoppers</c> beside the
/// repository, or beside its parent.
/// </summary>
internal static class OnlineShoppers
{
    private const string Place = "shared/data/online-shoppers/online_shoppers_intention.csv";

    public static (ColumnTable Table, bool[] Positive) LoadOrSkip()
    {
        var path = Find();
        Assert.SkipWhen(path is null, $"../{Place} is not there");
        var lines = File.ReadAllLines(path!).Select(line => line.Split(',')).ToArray();
        var columns = Enumerable.Range(0, lines[0].Length - 1)
            .Select(at => Column(lines[0][at], [.. lines.Skip(1).Select(line => line[at])]));
        return (new ColumnTable([.. columns]), [.. lines.Skip(1).Select(line => line[^1] == "TRUE")]);
    }

    private static TableColumn Column(string name, string[] cells) =>
        cells.All(cell => double.TryParse(cell, CultureInfo.InvariantCulture, out _))
            ? new NumberColumn(name, [.. cells.Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))])
            : new CategoryColumn(name, cells);

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, Place);
            if (File.Exists(path)) return path;
        }
        return null;
    }
}
