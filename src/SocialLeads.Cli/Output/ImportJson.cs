using System.Text.Json;
using SocialLeads.Cli.Import;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>
/// An import's report as one JSON object. Everything rejected is listed, and written as it comes: there may be more than
/// memory holds.
/// </summary>
internal sealed class ImportJson(TextWriter output) : IRejects
{
    private bool _begun;

    public void AddActivity(ImportedActivity activity, IReadOnlyList<FieldViolation> violations) =>
        Add(RejectJson.Activity(activity, violations));

    public void AddLine(string source, long line, string error) => Add(RejectJson.Line(source, line, error));

    public void Write(ImportReport report)
    {
        output.WriteLine(_begun ? "\n]," : "{\"rejects\":[],");
        // The report is an object of its own up to here; its opening brace stands before the rejects.
        output.WriteLine(Json.Text(writer => WriteFields(writer, report), indented: false)[1..]);
    }

    private void Add(string reject)
    {
        output.Write(_begun ? ",\n" : "{\"rejects\":[\n");
        output.Write(reject);
        _begun = true;
    }

    private static void WriteFields(Utf8JsonWriter writer, ImportReport report)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("complete", report.Complete);
        writer.WriteNumber("sent", report.Totals.Sent);
        writer.WriteNumber("accepted", report.Totals.Accepted);
        writer.WriteNumber("duplicate", report.Totals.Duplicate);
        writer.WriteNumber("rejected", report.Totals.Rejected);
        writer.WriteNumber("facetsLeftOut", report.Totals.FacetsLeftOut);
        writer.WriteNumber("badLines", report.Tally.BadLines);
        writer.WriteNumber("resentRequests", report.Totals.ResentRequests);
        writer.WriteNumber("elapsedSeconds", Math.Round(report.Elapsed.TotalSeconds, 3));
        WriteCounts(writer, "mapped", "kind", report.Tally.Mapped);
        WriteCounts(writer, "notMapped", "reason", report.Tally.Skipped);
        writer.WriteString("lastDay", report.LastDay);
        writer.WriteString("next", report.Next);
        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, string list, string name, IEnumerable<SourceCount> counts)
    {
        writer.WriteStartArray(list);
        foreach (var count in counts)
        {
            writer.WriteStartObject();
            writer.WriteString("source", count.Source);
            writer.WriteString(name, count.Name);
            writer.WriteNumber("count", count.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
