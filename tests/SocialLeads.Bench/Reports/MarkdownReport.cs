using System.Text;

namespace SocialLeads.Bench.Reports;

/// <summary>Writes a report as a table in Markdown.</summary>
internal static class MarkdownReport
{
    public static string Of(Report report)
    {
        var text = new StringBuilder();
        var (met, of) = report.Targets;
        text.AppendLine($"{met} of {of} targets met. {report.Machine}.").AppendLine();
        text.AppendLine(report.Method).AppendLine();
        text.AppendLine("| what | figure | rival | its figure | ratio | target | |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        foreach (var result in report.Results)
        {
            text.AppendLine(
                $"| {result.Name} | {Text.Spread(result.Figure)} {result.Unit} | {result.RivalName} | {Text.Spread(result.Rival)} "
                + $"| {Text.Ratio(result)} | {result.Target} | {Text.Met(result)} |");
        }

        text.AppendLine();
        foreach (var result in report.Results.Where(one => one.Note.Length > 0)) text.AppendLine($"- {result.Name}: {result.Note}");
        return text.ToString();
    }
}
