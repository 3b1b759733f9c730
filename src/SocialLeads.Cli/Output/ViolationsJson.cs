using System.Text.Json;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>Field violations in JSON.</summary>
internal static class ViolationsJson
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<FieldViolation> violations)
    {
        writer.WriteStartArray("violations");
        foreach (var violation in violations)
        {
            writer.WriteStartObject();
            writer.WriteString("field", violation.Field);
            writer.WriteString("description", violation.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
