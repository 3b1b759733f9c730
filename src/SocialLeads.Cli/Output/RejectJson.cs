using SocialLeads.Cli.Import;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>One thing that did not go in, as a JSON object on one line.</summary>
internal static class RejectJson
{
    public static string Activity(ImportedActivity activity, IReadOnlyList<FieldViolation> violations) => Json.Text(
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("source", activity.Source);
            writer.WriteNumber("line", activity.Line);
            writer.WriteString("id", activity.Activity.Id);
            writer.WriteString("member", activity.Activity.Member);
            ViolationsJson.Write(writer, violations);
            writer.WriteEndObject();
        },
        indented: false);

    public static string Line(string source, long line, string error) => Json.Text(
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("source", source);
            writer.WriteNumber("line", line);
            ViolationsJson.Write(writer, [new FieldViolation { Description = error }]);
            writer.WriteEndObject();
        },
        indented: false);
}
