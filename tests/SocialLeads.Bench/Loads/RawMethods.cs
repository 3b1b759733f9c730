using Google.Protobuf;
using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Bench.Loads;

/// <summary>Methods whose requests are sent as bytes made beforehand, so that the sender's serializing is not measured.</summary>
internal static class RawMethods
{
    private const string ActivityService = "socialleads.v1.ActivityService";

    public static readonly Method<byte[], StreamActivitiesResponse> Stream = new(
        MethodType.DuplexStreaming, ActivityService, "StreamActivities", Bytes(), Message(StreamActivitiesResponse.Parser));

    /// <summary>The answers are left as bytes: reading them is the sender's work, too.</summary>
    public static readonly Method<byte[], byte[]> Record = new(
        MethodType.Unary, ActivityService, "RecordActivities", Bytes(), Bytes());

    private static Marshaller<byte[]> Bytes() => Marshallers.Create(message => message, payload => payload);

    private static Marshaller<T> Message<T>(MessageParser<T> parser)
        where T : IMessage<T> =>
        Marshallers.Create(message => message.ToByteArray(), parser.ParseFrom);
}
