using System.Net;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Bytes that no client library would send.</summary>
public class WireTests(HostileServer fixture) : HostileTests(fixture)
{
    private static readonly byte[] _notUtf8 = [0xC3, 0x28];

    [Theory]
    [InlineData("id")]
    [InlineData("member")]
    [InlineData("group")]
    [InlineData("tags[0]")]
    [InlineData("peer")]
    [InlineData("channel")]
    public async Task Invalid_utf8_in_an_activity_is_rejected_and_the_field_is_named(string field)
    {
        var member = $"m-{Guid.NewGuid():N}";
        var bad = Sample.Post("bad", member);
        switch (field)
        {
            case "id": bad.Id = "@@"; break;
            case "member": bad.Member = "@@"; break;
            case "group": bad.Group = "@@"; break;
            case "tags[0]": bad.Tags[0] = "@@"; break;
            case "peer": bad.Peer = "@@"; break;
            default: bad.Channel = "@@"; break;
        }

        var answer = await Send(RawCall.RecordActivities, Damage(Sample.Batch(bad, Sample.Post("good", member))));

        Assert.Equal(StatusCode.OK, answer.Status);
        var results = RecordActivitiesResponse.Parser.ParseFrom(answer.Payload).Results;
        Assert.Equal([Disposition.Rejected, Disposition.Accepted], results.Select(one => one.Disposition));
        var violation = Assert.Single(results[0].Violations);
        Assert.Equal((field, "holds U+FFFD, the mark of damaged UTF-8"), (violation.Field, violation.Description));
    }

    [Fact]
    public async Task Invalid_utf8_in_a_question_is_refused_and_the_field_is_named()
    {
        var member = await Send(RawCall.GetScore, Damage(new GetScoreRequest { Member = "@@" }));
        var day = await Send(RawCall.GetScore, Damage(new GetScoreRequest { Member = "ann", AsOf = "@@" }));
        var token = await Send(RawCall.ListLeads, Damage(new ListLeadsRequest { PageToken = "@@" }));

        Assert.All([member, day, token], answer => Assert.Equal(StatusCode.InvalidArgument, answer.Status));
        Assert.StartsWith("member: ", member.Message, StringComparison.Ordinal);
        Assert.StartsWith("as_of: ", day.Message, StringComparison.Ordinal);
        Assert.StartsWith("page_token: ", token.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_fields_are_passed_over_and_unknown_views_are_taken_as_unspecified()
    {
        var member = $"m-{Guid.NewGuid():N}";
        // Field 500 as a number and field 501 as bytes, behind everything that is known.
        byte[] unknown = [0xA0, 0x1F, 0x2A, 0xAA, 0x1F, 0x03, 1, 2, 3];
        var answer = await Send(RawCall.RecordActivities, [.. Sample.Batch(Sample.Post("1", member)).ToByteArray(), .. unknown]);
        Assert.Equal(Disposition.Accepted, RecordActivitiesResponse.Parser.ParseFrom(answer.Payload).Results.Single().Disposition);

        var list = await Server.Leads.ListLeadsAsync(
            new ListLeadsRequest { AsOf = Sample.Day, View = (LeadView)99, PageSize = 1 }, cancellationToken: Cancel);
        Assert.Empty(Assert.Single(list.Leads).Contributions);
        var scores = await Server.Leads.BatchGetScoresAsync(
            new BatchGetScoresRequest { AsOf = Sample.Day, View = (LeadView)(-1), Members = { member } }, cancellationToken: Cancel);
        Assert.NotEmpty(Assert.Single(scores.Leads).Contributions);
    }

    [Theory]
    [InlineData("FF FF FF FF FF FF FF FF FF FF FF")]
    [InlineData("0A 7F 01")]
    [InlineData("0B 0B 0B 0B 0B 0B 0B 0B")]
    [InlineData("0A 02 08 01 0F")]
    public async Task Garbage_instead_of_a_message_is_refused(string hex)
    {
        var answer = await Send(RawCall.RecordActivities, Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)));

        Assert.NotNull(answer.Status);
        Assert.NotEqual(StatusCode.OK, answer.Status);
        Assert.NotEmpty(answer.Message);
    }

    [Fact]
    public async Task Messages_within_messages_without_end_are_refused()
    {
        // Groups of an unknown field, each within the one before, as deep as a message has room.
        var answer = await Send(RawCall.RecordActivities, [.. Enumerable.Repeat((byte)0x1B, 1_000_000)]);

        Assert.NotEqual(StatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task A_frame_that_is_cut_or_lies_about_its_length_is_refused()
    {
        var message = Sample.Batch(Sample.Post("1", "cut")).ToByteArray();
        var nothing = await Raw([]);
        var cutHeader = await Raw(RawCall.Frame(message)[..3]);
        var cut = await Raw(RawCall.Frame(message)[..^1]);
        var surplus = await Raw([.. RawCall.Frame(message), .. RawCall.Frame(message)]);
        var vast = await Raw(RawCall.Frame(message, length: int.MaxValue));
        var squeezed = await Raw(RawCall.Frame(message, compressed: true));

        Assert.All([nothing, cutHeader, cut, surplus, squeezed], answer => Assert.Equal(StatusCode.Internal, answer.Status));
        Assert.Equal(StatusCode.ResourceExhausted, vast.Status);
        Assert.All([nothing, cutHeader, cut, surplus, vast, squeezed], answer => Assert.NotEmpty(answer.Message));
        await Refusal.OfResource("member", "cut", Server.Leads.GetScoreAsync(
            new GetScoreRequest { Member = "cut", AsOf = Sample.Day }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task What_is_not_grpc_is_refused_by_http()
    {
        var json = await RawCall.SendAsync(Server.GrpcAddress, RawCall.RecordActivities, "{}"u8.ToArray(), "application/json");
        var nowhere = await RawCall.SendAsync(Server.GrpcAddress, "/socialleads.v1.ActivityService/Forget", RawCall.Frame([]));
        var squeezed = await RawCall.SendAsync(
            Server.GrpcAddress, RawCall.RecordActivities, RawCall.Frame([1], compressed: true), encoding: "br");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.Http);
        Assert.Equal(StatusCode.Unimplemented, nowhere.Status);
        Assert.Equal(StatusCode.Unimplemented, squeezed.Status);
    }

    private Task<RawAnswer> Raw(byte[] body) => RawCall.SendAsync(Server.GrpcAddress, RawCall.RecordActivities, body);

    private Task<RawAnswer> Send(string path, byte[] message) => RawCall.SendAsync(Server.GrpcAddress, path, RawCall.Frame(message));

    /// <summary>The message on the wire, with bytes that are not UTF-8 wherever it says @@.</summary>
    private static byte[] Damage(IMessage message)
    {
        var bytes = message.ToByteArray();
        var at = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes("@@"));
        Assert.True(at >= 0);
        _notUtf8.CopyTo(bytes.AsSpan(at));
        return bytes;
    }
}
