using System.Runtime.InteropServices;
using Google.Protobuf;

namespace SocialLeads.Grains.Log;

/// <summary>Reads when a row of the log arrived, and nothing else of it: rows are large, and whoever trims them reads all.</summary>
internal static class LogArrival
{
    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    /// <exception cref="InvalidProtocolBufferException">The payload is not a row of the log.</exception>
    public static long OfRow(ReadOnlyMemory<byte> payload)
    {
        var bytes = MemoryMarshal.TryGetArray(payload, out var segment) ? segment : new ArraySegment<byte>(payload.ToArray());
        if (bytes.Count == 0) return 0;
        var row = new CodedInputStream(bytes.Array!, bytes.Offset, bytes.Count);
        while (row.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == LoggedBatch.ArrivedAtMsFieldNumber) return row.ReadInt64();
            row.SkipLastField();
        }

        return 0;
    }
}
