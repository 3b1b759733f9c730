using System.Globalization;
using System.Text.Json;
using SocialLeads.Cli.Evaluate;
using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Evaluation;

namespace SocialLeads.Cli.Output;

/// <summary>An evaluation in JSON.</summary>
internal static class EvaluationJson
{
    public static string Of(EvaluationReport report) => Json.Text(writer => Write(writer, report));

    public static void Write(Utf8JsonWriter writer, EvaluationReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("question", report.Question);
        writer.WriteNumber("within", report.Within);
        writer.WriteNumber("draws", report.Draws);
        writer.WriteStartArray("days");
        foreach (var day in report.Days) WriteDay(writer, day);
        writer.WriteEndArray();
        writer.WriteStartArray("rankings");
        foreach (var ranking in report.Rankings) WriteRanking(writer, ranking);
        writer.WriteEndArray();
        writer.WriteStartArray("differences");
        foreach (var difference in report.Differences)
        {
            writer.WriteStartObject();
            writer.WriteString("first", difference.First);
            writer.WriteString("second", difference.Second);
            WriteFigures(writer, difference.Figures);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("notes");
        foreach (var note in report.Notes) writer.WriteStringValue(note);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter writer, EvaluatedDay day)
    {
        writer.WriteStartObject();
        writer.WriteString("asOf", day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteNumber("members", day.Members);
        writer.WriteNumber("positives", day.Positives);
        writer.WriteNumber("leftOut", day.LeftOut);
        writer.WriteNumber("notSeen", day.NotSeen);
        writer.WriteEndObject();
    }

    private static void WriteRanking(Utf8JsonWriter writer, EvaluatedRanking ranking)
    {
        writer.WriteStartObject();
        writer.WriteString("ranking", ranking.Name);
        writer.WriteBoolean("isModel", ranking.IsModel);
        WriteFigures(writer, ranking.Figures);
        WriteCurve(writer, "reliability", ranking.Reliability);
        WriteCurve(writer, "reliabilityOfScore", ranking.ReliabilityOfScore);
        writer.WriteStartArray("gains");
        foreach (var gain in ranking.Gains)
        {
            writer.WriteStartObject();
            writer.WriteNumber("share", gain.Share);
            writer.WriteNumber("recall", gain.Recall);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter writer, IReadOnlyDictionary<string, Estimate> figures)
    {
        var known = EvaluationFigure.All.Where(figure => figures.ContainsKey(figure.Id)).ToArray();
        foreach (var figure in known) writer.WriteNumber(figure.Id, figures[figure.Id].Value);
        writer.WriteStartObject("intervals");
        foreach (var figure in known) WriteInterval(writer, figure.Id, figures[figure.Id].Interval);
        writer.WriteEndObject();
    }

    private static void WriteCurve(Utf8JsonWriter writer, string name, IReadOnlyList<ReliabilityPoint> curve)
    {
        writer.WriteStartArray(name);
        foreach (var point in curve)
        {
            writer.WriteStartObject();
            writer.WriteNumber("meanProbability", point.MeanProbability);
            writer.WriteNumber("positiveFraction", point.PositiveFraction.Value);
            WriteInterval(writer, "interval", point.PositiveFraction.Interval);
            writer.WriteNumber("rows", point.Rows);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteInterval(Utf8JsonWriter writer, string name, Interval interval)
    {
        writer.WriteStartArray(name);
        writer.WriteNumberValue(interval.Low);
        writer.WriteNumberValue(interval.High);
        writer.WriteEndArray();
    }
}
