using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SocialLeads.Cli.Output;

/// <summary>JSON as text. What is not ASCII is escaped, so it passes through every terminal and pipe.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions _indented = new() { Indented = true };

    public static string Text(Action<Utf8JsonWriter> write, bool indented = true)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, indented ? _indented : default))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
