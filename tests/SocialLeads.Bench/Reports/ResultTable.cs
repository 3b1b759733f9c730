using Spectre.Console;

namespace SocialLeads.Bench.Reports;

/// <summary>Shows a report on a terminal.</summary>
internal static class ResultTable
{
    public static Table Of(Report report)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(report.Machine)), Border = TableBorder.Simple };
        foreach (var column in (string[])["row", "what", "figure", "unit", "rival", "its figure", "ratio", "target", ""])
            table.AddColumn(new TableColumn(column));
        foreach (var result in report.Results)
        {
            string[] cells =
            [
                result.Row, result.Figure is null ? $"{result.Name} ({result.Note})" : result.Name, Text.Spread(result.Figure), result.Unit,
                result.RivalName, Text.Spread(result.Rival), Text.Ratio(result), result.Target?.ToString() ?? "", Text.Met(result),
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        var (met, of) = report.Targets;
        table.Caption = new TableTitle(Markup.Escape($"{met} of {of} targets met. {report.Method}"));
        return table;
    }
}
