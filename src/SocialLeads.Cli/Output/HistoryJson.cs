using System.Text.Json;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>A member's score day by day in JSON with proto JSON's names; points and score are null before the first activity.</summary>
internal static class HistoryJson
{
    public static string Of(string member, GetScoreHistoryResponse history) => Json.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("member", member);
        writer.WriteString("model", history.Model);
        writer.WriteNumber("modelVersion", history.ModelVersion);
        writer.WriteString("trend", HistoryLine.Words(history.Trend));
        writer.WriteStartArray("days");
        foreach (var day in history.Days) Write(writer, day);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, DayScore day)
    {
        writer.WriteStartObject();
        writer.WriteString("day", day.Day);
        if (day.HasPoints) writer.WriteNumber("points", day.Points);
        else writer.WriteNull("points");
        if (day.HasScore) writer.WriteNumber("score", day.Score);
        else writer.WriteNull("score");
        writer.WriteString("stage", day.Stage);
        writer.WriteBoolean("approximate", day.Approximate);
        writer.WriteEndObject();
    }
}
