using System.Text.Json;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>Companies in JSON with proto JSON's names; counts and ranks are numbers where proto JSON has strings.</summary>
internal static class CompanyJson
{
    public static string List(IReadOnlyList<Company> companies) => Json.Text(writer =>
    {
        writer.WriteStartArray();
        foreach (var company in companies)
        {
            writer.WriteStartObject();
            WriteFields(writer, company);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static string One(GetCompanyResponse answer) => Json.Text(writer =>
    {
        writer.WriteStartObject();
        WriteFields(writer, answer.Company);
        writer.WriteStartArray("best");
        foreach (var one in answer.Company.Best)
        {
            writer.WriteStartObject();
            writer.WriteString("member", one.Member);
            writer.WriteNumber("ownPoints", one.OwnPoints);
            writer.WriteNumber("adds", one.Adds);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("totalSize", answer.TotalSize);
        writer.WriteString("model", answer.Model);
        writer.WriteNumber("modelVersion", answer.ModelVersion);
        writer.WriteString("asOf", answer.AsOf);
        writer.WriteEndObject();
    });

    private static void WriteFields(Utf8JsonWriter writer, Company company)
    {
        writer.WriteString("domain", company.Domain);
        writer.WriteNumber("points", company.Points);
        writer.WriteNumber("score", company.Score);
        writer.WriteNumber("rank", company.Rank);
        writer.WriteNumber("members", company.Members);
    }
}
