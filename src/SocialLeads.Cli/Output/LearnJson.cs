using System.Text.Json;
using SocialLeads.Cli.Learn;
using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Cli.Output;

/// <summary>What was learned, in JSON. Log-odds are natural.</summary>
internal static class LearnJson
{
    public static string Of(LearnReport report) => Json.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("table", report.Table);
        writer.WriteNumber("rows", report.Outcomes.Count);
        writer.WriteNumber("positives", report.Outcomes.Positives);
        writer.WriteNumber("folds", report.Folds);
        writer.WriteNumber("seconds", Math.Round(report.Elapsed.TotalSeconds, 3));
        for (var i = 0; i < Figure.All.Count; i++) writer.WriteNumber(Figure.All[i].Id, report.Figures[i]);
        writer.WriteStartObject("intervals");
        for (var i = 0; i < Figure.All.Count; i++) WriteInterval(writer, Figure.All[i].Id, report.Intervals[i]);
        writer.WriteEndObject();
        WriteReliability(writer, report.Outcomes);
        writer.WriteNumber("intercept", report.Model.Intercept);
        writer.WriteStartArray("parts");
        foreach (var part in report.Model.Parts) WritePart(writer, part);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteInterval(Utf8JsonWriter writer, string id, Interval interval)
    {
        writer.WriteStartArray(id);
        writer.WriteNumberValue(interval.Low);
        writer.WriteNumberValue(interval.High);
        writer.WriteEndArray();
    }

    private static void WriteReliability(Utf8JsonWriter writer, ScoredOutcomes outcomes)
    {
        writer.WriteStartArray("reliability");
        foreach (var bin in Probabilities.Reliability(outcomes, Probabilities.CalibrationBins))
        {
            writer.WriteStartObject();
            writer.WriteNumber("meanProbability", bin.MeanProbability);
            writer.WriteNumber("positiveFraction", bin.PositiveFraction);
            writer.WriteNumber("rows", bin.Rows);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter writer, ModelPart part)
    {
        writer.WriteStartObject();
        writer.WriteString("part", part.Name);
        writer.WriteNumber("importance", part.Importance);
        writer.WriteStartArray("columns");
        foreach (var column in Columns(part)) writer.WriteStringValue(column);
        writer.WriteEndArray();
        writer.WriteStartArray("shape");
        for (var cell = 0; cell < part.Rows.Count; cell++)
        {
            if (part.Rows[cell] == 0) continue;
            writer.WriteStartObject();
            writer.WriteStartArray("values");
            foreach (var values in part.Describe(cell)) writer.WriteStringValue(values);
            writer.WriteEndArray();
            writer.WriteNumber("logOdds", part.LogOdds[cell]);
            writer.WriteNumber("rows", part.Rows[cell]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static IReadOnlyList<string> Columns(ModelPart part) => part switch
    {
        PairPart pair => [pair.Grid.First.Bins.Column, pair.Grid.Second.Bins.Column],
        _ => [part.Name],
    };
}
