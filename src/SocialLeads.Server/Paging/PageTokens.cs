using System.Buffers.Text;
using Google.Protobuf;

namespace SocialLeads.Server.Paging;

/// <summary>Page tokens as text: messages that clients are to pass back as they are.</summary>
internal static class PageTokens
{
    private const int LongestToken = 4096;

    public static string Write(IMessage token) => Base64Url.EncodeToString(token.ToByteArray());

    /// <summary>Null for a text that is no such token.</summary>
    public static T? Parse<T>(MessageParser<T> parser, string text)
        where T : class, IMessage<T>
    {
        try
        {
            return text.Length <= LongestToken ? parser.ParseFrom(Base64Url.DecodeFromChars(text)) : null;
        }
        catch (Exception reason) when (reason is FormatException or InvalidProtocolBufferException)
        {
            // The caller has one answer for everything that is not a token.
            return null;
        }
    }
}
