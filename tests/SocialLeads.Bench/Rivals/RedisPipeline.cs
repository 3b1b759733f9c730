using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SocialLeads.Bench.Rivals;

/// <summary>Writes commands of Redis' protocol one behind the other, to be sent at once.</summary>
internal sealed class RedisPipeline
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Lines that the answers have.</summary>
    public int AnswerLines { get; private set; }

    /// <param name="answerLines">Lines of the command's answer: 1 for a number, 2 for a text.</param>
    /// <param name="words">The command and its arguments, in ASCII.</param>
    public RedisPipeline Add(int answerLines, params ReadOnlySpan<string> words)
    {
        Write($"*{words.Length}\r\n");
        foreach (var word in words) Write(string.Create(CultureInfo.InvariantCulture, $"${word.Length}\r\n{word}\r\n"));
        AnswerLines += answerLines;
        return this;
    }

    /// <summary>Sends everything and reads all answers.</summary>
    /// <exception cref="InvalidDataException">An answer is an error.</exception>
    public async Task SendAsync(NetworkStream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_bytes.WrittenMemory, cancellationToken);
        var lines = 0;
        var startsLine = true;
        while (lines < AnswerLines)
        {
            var length = await stream.ReadAsync(buffer, cancellationToken);
            if (length == 0) throw new EndOfStreamException("Redis closed the connection.");
            for (var at = 0; at < length; at++)
            {
                if (startsLine && buffer[at] == (byte)'-')
                    throw new InvalidDataException(Encoding.ASCII.GetString(buffer, at, Math.Min(200, length - at)));
                startsLine = buffer[at] == (byte)'\n';
                if (startsLine) lines++;
            }
        }
    }

    private void Write(string text) => _bytes.Write(Encoding.ASCII.GetBytes(text));
}
