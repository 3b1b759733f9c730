using System.Text.Json;
using SocialLeads.Cli.Evaluate;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>A trial's report in JSON with proto JSON's names; all fields are always there.</summary>
internal static class TrialJson
{
    public static string Of(TrialReport report) => Json.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("model", report.Model);
        writer.WriteNumber("version", report.Version);
        writer.WriteString("againstModel", report.AgainstModel);
        writer.WriteNumber("againstVersion", report.AgainstVersion);
        writer.WriteStartArray("days");
        foreach (var day in report.Days)
            Write(writer, day);
        writer.WriteEndArray();
        WriteAccuracy(writer, report);
        writer.WriteEndObject();
    });

    /// <summary>As <c>models evaluate --json</c> has it; null, with the reasons, when nothing was measured.</summary>
    private static void WriteAccuracy(Utf8JsonWriter writer, TrialReport report)
    {
        writer.WritePropertyName("accuracy");
        if (TrialEvaluation.Of(report) is { } evaluation)
        {
            EvaluationJson.Write(writer, evaluation);
            return;
        }

        writer.WriteNullValue();
        writer.WriteStartArray("noAccuracy");
        foreach (var line in TrialWords.NoAccuracyOf(report.Accuracy)) writer.WriteStringValue(line);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, TrialDay day)
    {
        writer.WriteStartObject();
        writer.WriteString("asOf", day.AsOf);
        writer.WriteNumber("members", day.Members);
        writer.WriteNumber("topPlaces", day.TopPlaces);
        writer.WriteNumber("staying", day.Staying);
        writer.WriteNumber("entering", day.Entering);
        writer.WriteNumber("leaving", day.Leaving);
        WriteNumber(writer, "kendallTauB", day.HasKendallTauB ? day.KendallTauB : null);
        WriteNumber(writer, "spearman", day.HasSpearman ? day.Spearman : null);
        writer.WriteNumber("meanMove", day.MeanMove);
        writer.WriteNumber("medianMove", day.MedianMove);
        writer.WriteNumber("largeMove", day.LargeMove);
        writer.WriteStartArray("moves");
        foreach (var bin in day.Moves)
        {
            writer.WriteStartObject();
            WriteNumber(writer, "low", bin.Low);
            WriteNumber(writer, "high", bin.High);
            writer.WriteNumber("members", bin.Members);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Write(writer, "bestEntering", day.BestEntering);
        Write(writer, "bestLeaving", day.BestLeaving);
        Write(writer, "movers", day.Movers);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<TrialMove> moves)
    {
        writer.WriteStartArray(name);
        foreach (var move in moves)
        {
            writer.WriteStartObject();
            writer.WriteString("member", move.Member);
            writer.WriteNumber("place", move.Place);
            writer.WriteNumber("againstPlace", move.AgainstPlace);
            writer.WriteNumber("move", move.Move);
            writer.WriteNumber("points", move.Points);
            writer.WriteNumber("againstPoints", move.AgainstPoints);
            writer.WriteNumber("score", move.Score);
            writer.WriteNumber("againstScore", move.AgainstScore);
            writer.WriteStartArray("signals");
            foreach (var signal in move.Signals)
            {
                writer.WriteStartObject();
                writer.WriteString("signal", signal.Signal);
                writer.WriteNumber("points", signal.Points);
                writer.WriteNumber("againstPoints", signal.AgainstPoints);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }
}
