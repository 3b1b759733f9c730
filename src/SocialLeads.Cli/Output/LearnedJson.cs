using System.Text.Json;
using Google.Protobuf.Collections;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>What was learned in JSON with proto JSON's names; all fields are always there.</summary>
internal static class LearnedJson
{
    public static string Of(LearnReport report) => Json.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("model", report.Model);
        writer.WriteString("fromModel", report.FromModel);
        writer.WriteNumber("fromVersion", report.FromVersion);
        writer.WriteString("document", report.Document);
        writer.WriteNumber("positives", report.Positives);
        writer.WriteNumber("negatives", report.Negatives);
        writer.WriteNumber("leftOut", report.LeftOut);
        writer.WritePropertyName("heldOut");
        if (report.HeldOut is { } heldOut) Write(writer, heldOut);
        else writer.WriteNullValue();
        writer.WriteStartArray("warnings");
        foreach (var warning in report.Warnings)
        {
            writer.WriteStartObject();
            writer.WriteString("reason", ReasonOf(warning.Reason));
            writer.WriteString("text", warning.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static string ReasonOf(LearnWarningReason reason) => reason switch
    {
        LearnWarningReason.NotJudged => "LEARN_WARNING_REASON_NOT_JUDGED",
        LearnWarningReason.FewHeldOut => "LEARN_WARNING_REASON_FEW_HELD_OUT",
        LearnWarningReason.NotBetter => "LEARN_WARNING_REASON_NOT_BETTER",
        LearnWarningReason.SignalIsNew => "LEARN_WARNING_REASON_SIGNAL_IS_NEW",
        _ => "LEARN_WARNING_REASON_UNSPECIFIED",
    };

    private static void Write(Utf8JsonWriter writer, HeldOutReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("firstDay", report.FirstDay);
        writer.WriteNumber("positives", report.Positives);
        writer.WriteNumber("negatives", report.Negatives);
        Write(writer, "learned", report.Learned);
        Write(writer, "from", report.From);
        Write(writer, "gained", report.Gained);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, HeldOutModel model)
    {
        writer.WriteStartObject(name);
        Write(writer, "figures", model.Figures);
        Write(writer, model.Reliability);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, HeldOutFigures figures)
    {
        writer.WriteStartObject(name);
        Write(writer, "auc", figures.Auc);
        Write(writer, "averagePrecision", figures.AveragePrecision);
        Write(writer, "brier", figures.Brier);
        Write(writer, "liftAt5Percent", figures.LiftAt5Percent);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RepeatedField<ReliabilityPoint> parts)
    {
        writer.WriteStartArray("reliability");
        foreach (var part in parts)
        {
            writer.WriteStartObject();
            writer.WriteNumber("meanProbability", part.MeanProbability);
            Write(writer, "positiveFraction", part.PositiveFraction);
            writer.WriteNumber("rows", part.Rows);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, Estimate figure)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("value", figure.Value);
        writer.WriteNumber("low", figure.Low);
        writer.WriteNumber("high", figure.High);
        writer.WriteEndObject();
    }
}
