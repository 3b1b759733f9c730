using System.Net;
using Grpc.Core;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>What a server answered to bytes that no gRPC client would send.</summary>
/// <param name="Http">The HTTP status.</param>
/// <param name="Status">The gRPC status; null when the answer has none.</param>
/// <param name="Message">The gRPC status message, percent-decoded.</param>
/// <param name="Body">The body: the frames of the answer.</param>
internal sealed record RawAnswer(HttpStatusCode Http, StatusCode? Status, string Message, byte[] Body)
{
    /// <summary>The payload of the one frame of the answer.</summary>
    public ReadOnlySpan<byte> Payload => Body.AsSpan(RawCall.FrameHeader);
}
