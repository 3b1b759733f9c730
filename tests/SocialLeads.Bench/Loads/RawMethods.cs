using Google.Protobuf;
using Grpc.Core;
using SocialLeads.Bench.Floor;
using SocialLeads.V1;

namespace SocialLeads.Bench.Loads;

/// <summary>Methods whose requests are sent as bytes made beforehand, so that the sender's serializing is not measured.</summary>
internal static class RawMethods
{
    private const string ActivityService = "socialleads.v1.ActivityService";

    public static readonly Method<byte[], StreamActivitiesResponse> Stream = new(
        MethodType.DuplexStreaming, ActivityService, "StreamActivities", Bytes(), Message(StreamActivitiesResponse.Parser));

    // The answers are left as bytes: reading them is the sender's work, too.
    public static readonly Method<byte[], byte[]> Record = Unary(ActivityService, "RecordActivities");

    public static readonly Method<byte[], byte[]> GetScore = Unary("socialleads.v1.LeadService", "GetScore");

    public static readonly Method<byte[], byte[]> ListLeads = Unary("socialleads.v1.LeadService", "ListLeads");

    public static readonly Method<byte[], byte[]> Nothing = Unary(NothingService.Descriptor.FullName, "DoNothing");

    private static Method<byte[], byte[]> Unary(string service, string method) => new(MethodType.Unary, service, method, Bytes(), Bytes());

    private static Marshaller<byte[]> Bytes() => Marshallers.Create(message => message, payload => payload);

    private static Marshaller<T> Message<T>(MessageParser<T> parser)
        where T : IMessage<T> =>
        Marshallers.Create(message => message.ToByteArray(), parser.ParseFrom);
}
