using System.Globalization;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>Models in JSON with proto JSON's names; all fields are always there. The state is in lower case: draft, published, retired, or none.</summary>
internal static class ModelJson
{
    public static string List(IReadOnlyList<Model> models) => Json.Text(writer =>
    {
        writer.WriteStartArray();
        foreach (var model in models)
            Write(writer, model, withDocument: false);
        writer.WriteEndArray();
    });

    public static string One(Model model) => Json.Text(writer => Write(writer, model, withDocument: true));

    /// <summary>A version without its document.</summary>
    public static string Version(Model model) => Json.Text(writer => Write(writer, model, withDocument: false));

    public static string Validation(ValidateModelResponse answer) => Json.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("valid", answer.Violations.Count == 0);
        ViolationsJson.Write(writer, answer.Violations);
        if (answer.Model is { } model)
        {
            writer.WritePropertyName("model");
            Write(writer, model, withDocument: false);
        }

        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, Model model, bool withDocument)
    {
        writer.WriteStartObject();
        writer.WriteString("model", model.Model_);
        writer.WriteNumber("version", model.Version);
        writer.WriteString("state", ModelWords.StateOf(model));
        writer.WriteBoolean("pack", model.Pack);
        writer.WriteBoolean("defaultVersion", model.DefaultVersion);
        writer.WriteString("author", model.Author);
        writer.WriteString("reason", model.Reason);
        WriteTime(writer, "createTime", model.CreateTime);
        WriteTime(writer, "changeTime", model.ChangeTime);
        WriteTime(writer, "validateTime", model.ValidateTime);
        WriteTime(writer, "tryTime", model.TryTime);
        WriteTime(writer, "readyTime", model.ReadyTime);
        WriteFilterCounts(writer, model.FilterCounts);
        writer.WriteBoolean("filtersUncounted", model.FiltersUncounted);
        writer.WriteString("title", model.Title);
        writer.WriteString("description", model.Description);
        writer.WriteStartArray("signals");
        foreach (var signal in model.Signals)
        {
            writer.WriteStartObject();
            writer.WriteString("signal", signal.Signal_);
            writer.WriteString("title", signal.Title);
            writer.WriteString("why", signal.Why);
            writer.WriteNumber("cap", signal.Cap);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (withDocument)
            writer.WriteString("document", model.Document);
        writer.WriteEndObject();
    }

    /// <summary>Null when it has no filters, or none that are counted.</summary>
    private static void WriteFilterCounts(Utf8JsonWriter writer, FilterCounts? counts)
    {
        writer.WritePropertyName("filterCounts");
        if (counts is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteBoolean("complete", counts.Complete);
        writer.WriteString("completeFrom", counts.CompleteFrom);
        writer.WriteNumber("entriesCounted", counts.EntriesCounted);
        writer.WriteNumber("entriesTotal", counts.EntriesTotal);
        writer.WriteEndObject();
    }

    /// <summary>RFC 3339 to the millisecond; null when it is not set.</summary>
    private static void WriteTime(Utf8JsonWriter writer, string name, Timestamp? time) =>
        writer.WriteString(name, time?.ToDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
