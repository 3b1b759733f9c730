using System.Text.Json;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>
/// Leads in JSON with proto JSON's names. All fields are always there, and rank is a number where proto JSON has a string.
/// </summary>
internal static class LeadJson
{
    public static string List(IReadOnlyList<Lead> leads) => Json.Text(writer =>
    {
        writer.WriteStartArray();
        foreach (var lead in leads)
        {
            writer.WriteStartObject();
            WriteFields(writer, lead);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static string Score(GetScoreResponse score, IEnumerable<Topic> topics) => Json.Text(writer =>
    {
        writer.WriteStartObject();
        WriteFields(writer, score.Lead);
        writer.WriteString("model", score.Model);
        writer.WriteNumber("modelVersion", score.ModelVersion);
        writer.WriteString("asOf", score.AsOf);
        writer.WriteStartArray("topics");
        foreach (var topic in topics)
        {
            writer.WriteStartObject();
            writer.WriteString("tag", topic.Tag);
            writer.WriteNumber("count", topic.Count);
            writer.WriteString("latestDay", topic.LatestDay);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteFields(Utf8JsonWriter writer, Lead lead)
    {
        writer.WriteString("member", lead.Member);
        writer.WriteNumber("points", lead.Points);
        writer.WriteNumber("score", lead.Score);
        writer.WriteNumber("fitPoints", lead.FitPoints);
        writer.WriteNumber("engagementPoints", lead.EngagementPoints);
        writer.WriteNumber("rank", lead.Rank);
        writer.WriteNumber("percentile", lead.Percentile);
        writer.WriteBoolean("approximate", lead.Approximate);
        writer.WriteStartArray("contributions");
        foreach (var contribution in lead.Contributions)
        {
            writer.WriteStartObject();
            writer.WriteString("signal", contribution.Signal);
            writer.WriteString("facet", contribution.Facet);
            writer.WriteNumber("measured", contribution.Measured);
            writer.WriteNumber("points", contribution.Points);
            writer.WriteStartArray("evidence");
            foreach (var phrase in contribution.Evidence)
                writer.WriteStringValue(phrase);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
