using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;

namespace SocialLeads.Bench.Floor;

/// <summary>Answers at once, with nothing or with bytes that lie ready.</summary>
internal sealed class FloorNothingService : NothingService.NothingServiceBase
{
    private static readonly ConcurrentDictionary<int, ByteString> _ready = new() { [0] = ByteString.Empty };

    public override Task<DoNothingResponse> DoNothing(DoNothingRequest request, ServerCallContext context) => Task.FromResult(
        new DoNothingResponse { Answer = _ready.GetOrAdd(request.AnswerBytes, static count => UnsafeByteOperations.UnsafeWrap(new byte[count])) });
}
