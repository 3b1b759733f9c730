using System.Buffers;
using System.Text;

namespace Grpc.Protocol;

/// <summary>The value of <c>grpc-message</c>: UTF-8, with everything but printable ASCII percent-encoded.</summary>
internal static class StatusMessage
{
    private static readonly SearchValues<char> _plain = SearchValues.Create(
        string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c != '%')));

    public static string Encode(string message)
    {
        if (!message.AsSpan().ContainsAnyExcept(_plain))
            return message;

        var encoded = new StringBuilder(message.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(message))
        {
            if (_plain.Contains((char)b))
                encoded.Append((char)b);
            else
                encoded.Append('%').Append(Convert.ToHexString([b]));
        }

        return encoded.ToString();
    }

    /// <summary>Never fails: what is not a valid escape stays as it is.</summary>
    public static string Decode(string encoded) => Uri.UnescapeDataString(encoded);
}
