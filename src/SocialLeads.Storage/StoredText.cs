using System.Runtime.CompilerServices;
using System.Text;

namespace SocialLeads.Storage;

/// <summary>
/// Names are stored and compared as their UTF-8 bytes, in both directions without loss: a database's text type may cut at
/// U+0000, fold case or normalize, and would then take two members for one.
/// </summary>
internal static class StoredText
{
    /// <summary>Names are keys, and an index takes no longer ones: PostgreSQL's ends at 2,704 bytes.</summary>
    private const int MaxNameBytes = 2048;

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">The text has no UTF-8 form.</exception>
    public static byte[] ToBytes(string text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        try
        {
            return _strict.GetBytes(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException("The text contains a lone surrogate and has no UTF-8 form.", name, e);
        }
    }

    /// <exception cref="ArgumentException">The name is empty, too long, or has no UTF-8 form.</exception>
    public static byte[] NameToBytes(string name, [CallerArgumentExpression(nameof(name))] string? argument = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, argument);
        var bytes = ToBytes(name, argument);
        return bytes.Length <= MaxNameBytes
            ? bytes
            : throw new ArgumentException($"A name is at most {MaxNameBytes} UTF-8 bytes long, not {bytes.Length}.", argument);
    }

    /// <summary>Bytes that are not UTF-8 can only come from damage; each is read as U+FFFD, so that the rest can be seen.</summary>
    public static string FromBytes(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
