using System.Globalization;
using SocialLeads.Cli.Import;

namespace SocialLeads.Cli.Output;

/// <summary>An import's report for people.</summary>
internal static class ImportText
{
    public static void Write(TextWriter output, ImportReport report)
    {
        var totals = report.Totals;
        var seconds = report.Elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
        output.WriteLine(
            $"Sent {Figures.Count(totals.Sent)} {report.What} in {seconds} s ({Figures.Count((long)report.Rate)}/s): "
            + $"{Figures.Count(totals.Accepted)} accepted, {Figures.Count(totals.Duplicate)} duplicate, "
            + $"{Figures.Count(totals.Rejected)} rejected.");
        if (!report.Complete)
            output.WriteLine("It did not come to its end. What is counted here is recorded; run it again to send the rest.");
        if (totals.ResentRequests > 0)
            output.WriteLine($"After lost connections {Figures.Count(totals.ResentRequests)} requests were sent again.");
        if (totals.FacetsLeftOut > 0)
            output.WriteLine($"{Figures.Count(totals.FacetsLeftOut)} tags, groups and other facets were left out: the server has no room for so many new ones.");
        if (report.Tally.BadLines > 0)
            output.WriteLine($"{Figures.Count(report.Tally.BadLines)} lines could not be read.");

        WriteCounts(output, "Mapped", [.. report.Tally.Mapped]);
        WriteCounts(output, "Not mapped", [.. report.Tally.Skipped]);
        if (report.Next is null || !report.Complete)
            return;
        output.WriteLine();
        output.WriteLine($"The last day seen is {report.LastDay} (UTC). Its leads:");
        output.WriteLine($"  {report.Next}");
    }

    private static void WriteCounts(TextWriter output, string title, IReadOnlyList<SourceCount> counts)
    {
        if (counts.Count == 0)
            return;

        output.WriteLine();
        output.WriteLine(title);
        var sourceWidth = counts.Max(count => count.Source.Length);
        var countWidth = counts.Max(count => Figures.Count(count.Count).Length);
        foreach (var (source, name, count) in counts)
            output.WriteLine(Printable.Of($"  {source.PadRight(sourceWidth)}  {Figures.Count(count).PadLeft(countWidth)}  {name}"));
    }
}
