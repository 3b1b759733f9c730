using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>A TCP connection on which HTTP/2 is written by hand, so that it can be written badly.</summary>
internal sealed class RawConnection : IDisposable
{
    private const int FrameHeader = 9;
    private const byte Data = 0, Headers = 1, Settings = 4;
    private const byte EndStream = 1, EndHeaders = 4;

    private readonly TcpClient _client = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<RawConnection> OpenAsync(Uri server)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(server.Host, server.Port, Cancel);
        return connection;
    }

    /// <summary>Begins HTTP/2 and, as stream 1, a call of StreamActivities.</summary>
    public async Task BeginStreamActivitiesAsync()
    {
        await SendAsync([.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(Settings, 0, 0, [])]);
        byte[] headers =
        [
            .. Header(":method", "POST"), .. Header(":scheme", "http"), .. Header(":authority", "localhost"),
            .. Header(":path", "/socialleads.v1.ActivityService/StreamActivities"),
            .. Header("content-type", "application/grpc"), .. Header("te", "trailers"),
        ];
        await SendAsync(Frame(Headers, EndHeaders, 1, headers));
    }

    /// <summary>A frame of stream 1 with one gRPC message.</summary>
    public static byte[] Message(IMessage message, bool last = false) =>
        Frame(Data, last ? EndStream : (byte)0, 1, RawCall.Frame(message.ToByteArray()));

    public ValueTask SendAsync(byte[] bytes) => _client.GetStream().WriteAsync(bytes, Cancel);

    /// <summary>Reads frames until one has data, and parses the gRPC message in it.</summary>
    public async Task<T> ReadMessageAsync<T>(MessageParser<T> parser) where T : IMessage<T>
    {
        var header = new byte[FrameHeader];
        while (true)
        {
            await _client.GetStream().ReadExactlyAsync(header, Cancel);
            var payload = new byte[(header[0] << 16) | (header[1] << 8) | header[2]];
            await _client.GetStream().ReadExactlyAsync(payload, Cancel);
            if (header[3] == Data && payload.Length > 0) return parser.ParseFrom(payload.AsSpan(RawCall.FrameHeader));
        }
    }

    /// <summary>Everything the server still sends; completes when it has closed the connection.</summary>
    public async Task<byte[]> ReadToEndAsync()
    {
        using var all = new MemoryStream();
        try
        {
            await _client.GetStream().CopyToAsync(all, Cancel);
        }
        catch (IOException reset) when (reset.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            // Closed without reading all that was sent: closed all the same.
        }

        return all.ToArray();
    }

    /// <summary>Goes away without a word: the server's side gets a reset instead of an end.</summary>
    public void Reset()
    {
        _client.LingerState = new LingerOption(true, 0);
        _client.Close();
    }

    public void Dispose() => _client.Dispose();

    public static byte[] Frame(byte type, byte flags, int stream, byte[] payload, int? length = null)
    {
        var frame = new byte[FrameHeader + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, (length ?? payload.Length) << 8);
        (frame[3], frame[4]) = (type, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, FrameHeader);
        return frame;
    }

    /// <summary>A literal header field without indexing, names and values shorter than 127 bytes (RFC 7541, 6.2.2).</summary>
    private static byte[] Header(string name, string value) =>
        [0, (byte)name.Length, .. Encoding.ASCII.GetBytes(name), (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];
}
