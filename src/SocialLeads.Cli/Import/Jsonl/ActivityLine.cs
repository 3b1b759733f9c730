using System.Text;
using Google.Protobuf;
using SocialLeads.V1;

namespace SocialLeads.Cli.Import.Jsonl;

/// <summary>One activity in proto JSON, with names in lowerCamelCase or snake_case.</summary>
internal static class ActivityLine
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonParser _parser = new(JsonParser.Settings.Default);

    /// <param name="bytes">The line.</param>
    /// <param name="error">What is wrong with it; null when it is an activity.</param>
    public static Activity? Parse(ReadOnlySpan<byte> bytes, out string? error)
    {
        error = null;
        try
        {
            return _parser.Parse<Activity>(_strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            error = "not valid UTF-8";
        }
        catch (Exception failure) when (failure is InvalidProtocolBufferException or InvalidJsonException)
        {
            error = failure.Message;
        }

        return null;
    }
}
