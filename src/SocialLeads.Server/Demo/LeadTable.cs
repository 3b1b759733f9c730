using System.Globalization;
using SocialLeads.Server.Demo.Simulation;
using SocialLeads.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SocialLeads.Server.Demo;

/// <summary>The best leads as a table, with their reasons and the truth about them.</summary>
internal static class LeadTable
{
    private const int ReasonsShown = 3;

    public static IRenderable Draw(IReadOnlyList<Lead> leads, IReadOnlyDictionary<string, Intent> truth, Reasons reasons)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators();
        table.AddColumn(new TableColumn("rank").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("member").NoWrap());
        table.AddColumn(new TableColumn("score").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("points").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("in truth").NoWrap());
        table.AddColumn(new TableColumn("because of"));
        foreach (var lead in leads)
        {
            table.AddRow(
                new Text(lead.Rank.ToString(CultureInfo.InvariantCulture)),
                new Text(lead.Member),
                new Text(lead.Score.ToString("0.0", CultureInfo.InvariantCulture)),
                new Text(lead.Points.ToString("0.000", CultureInfo.InvariantCulture)),
                TruthMark(lead.Member, truth),
                new Text(string.Join('\n', reasons.Of(lead, ReasonsShown))));
        }

        return table;
    }

    private static Text TruthMark(string member, IReadOnlyDictionary<string, Intent> truth)
    {
        if (!truth.TryGetValue(member, out var intent))
            return new Text("unknown");

        return intent == Intent.Shopper
            ? new Text("* " + IntentWords.One(intent), new Style(Color.Green, decoration: Decoration.Bold))
            : new Text("  " + IntentWords.One(intent));
    }
}
