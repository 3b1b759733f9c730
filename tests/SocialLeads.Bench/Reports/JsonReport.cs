using System.Text.Encodings.Web;
using System.Text.Json;
using SocialLeads.Bench.Results;

namespace SocialLeads.Bench.Reports;

/// <summary>Writes a report for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions _indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Read by people, too, and never as part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Report report) => JsonSerializer.Serialize(
        new
        {
            report.Machine,
            Seconds = report.Took.TotalSeconds,
            report.Method,
            Targets = report.Results.Select(one => new
            {
                one.Row,
                one.Name,
                one.Unit,
                Figure = one.Figure?.Median,
                FigureSpread = Spread(one.Figure),
                RivalName = one.RivalName.Length == 0 ? null : one.RivalName,
                Rival = one.Rival?.Median,
                RivalSpread = Spread(one.Rival),
                one.Ratio,
                Target = one.Target?.ToString(),
                one.Met,
                Note = one.Note.Length == 0 ? null : one.Note,
            }),
        },
        _indented);

    private static object? Spread(Sample? sample) => sample is null ? null : new { sample.Least, sample.Most, sample.Runs };
}
