using Google.Protobuf;
using Grpc.Core;
using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Requests with too little and too much in them.</summary>
public class BatchTests(HostileServer fixture) : HostileTests(fixture)
{
    private const int HundredMegabytes = 100_000_000;

    [Fact]
    public Task No_activity() =>
        Refusal.OfField("activities", Server.Activities.RecordActivitiesAsync(new RecordActivitiesRequest(), cancellationToken: Cancel));

    [Fact]
    public async Task Ten_thousand_activities_are_taken_and_one_more_is_refused_with_all_of_them()
    {
        var member = $"m-{Guid.NewGuid():N}";
        var largest = Enumerable.Range(0, 10_000).Select(i => Sample.Post($"{i}", member)).ToList();

        await Refusal.OfField("activities", Server.Activities.RecordActivitiesAsync(
            Sample.Batch([.. largest, Sample.Post("10000", member)]), cancellationToken: Cancel));

        await Refusal.OfResource("member", member, Server.Leads.GetScoreAsync(
            new GetScoreRequest { Member = member, AsOf = Sample.Day }, cancellationToken: Cancel));
        Assert.All(await Record(largest), result => Assert.Equal(Disposition.Accepted, result.Disposition));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task On_a_stream_it_ends_the_stream_after_what_came_before_is_acknowledged(int count)
    {
        var member = $"m-{Guid.NewGuid():N}";
        using var call = Server.Activities.StreamActivities(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new StreamActivitiesRequest { Sequence = 1, Activities = { Sample.Post("good", member) } }, Cancel);
        await call.RequestStream.WriteAsync(
            new StreamActivitiesRequest { Sequence = 2, Activities = { Enumerable.Range(0, count).Select(i => Sample.Post($"{i}", member)) } },
            Cancel);

        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        Assert.Equal((1L, 1), (call.ResponseStream.Current.Sequence, call.ResponseStream.Current.AcceptedCount));
        Refusal.OfField("activities", await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel)));
        Assert.Equal([Disposition.Duplicate], (await Record(Sample.Post("good", member))).Select(one => one.Disposition));
    }

    [Fact]
    public async Task Many_violations_of_many_activities_still_fit_into_the_answer()
    {
        var bad = new Activity { Tags = { Enumerable.Repeat("", 32) }, Attributes = { Enumerable.Range(0, 16).ToDictionary(i => $"a{i}", _ => "") } };
        var member = $"m-{Guid.NewGuid():N}";

        var results = await Record([.. Enumerable.Repeat(bad, 9_999), Sample.Post("good", member)]);

        Assert.Equal(Disposition.Accepted, results[^1].Disposition);
        Assert.Equal(4 + 32 + 16, results[0].Violations.Count);
        Assert.All(results.SkipLast(1), result => Assert.NotEmpty(result.Violations));
    }

    [Fact]
    public async Task A_message_of_100_megabytes_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(
            () => Server.Activities.RecordActivitiesAsync(Huge(), cancellationToken: Cancel).ResponseAsync);

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Contains("exceeds the maximum configured message size", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_100_megabytes_on_a_stream_ends_it_after_what_came_before_is_acknowledged()
    {
        var member = $"m-{Guid.NewGuid():N}";
        using var call = Server.Activities.StreamActivities(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new StreamActivitiesRequest { Sequence = 1, Activities = { Sample.Post("good", member) } }, Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        var writing = call.RequestStream.WriteAsync(new StreamActivitiesRequest { Sequence = 2, Activities = { Huge().Activities } }, Cancel);

        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancel));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        // Whether the writer still got rid of its bytes is a matter of timing; how the call ended is not.
        await Task.WhenAny(writing);
        Assert.Equal([Disposition.Duplicate], (await Record(Sample.Post("good", member))).Select(one => one.Disposition));
    }

    [Fact]
    public async Task A_hundred_megabytes_that_were_squeezed_into_little_are_refused()
    {
        var message = Huge().ToByteArray();
        var answer = await RawCall.SendAsync(
            Server.GrpcAddress, RawCall.RecordActivities, RawCall.Frame(RawCall.Gzip(message), compressed: true), encoding: "gzip");

        Assert.Equal(StatusCode.ResourceExhausted, answer.Status);
    }

    private static RecordActivitiesRequest Huge()
    {
        var activity = Sample.Post("huge", "huge");
        activity.Text = new string('x', HundredMegabytes);
        return Sample.Batch(activity);
    }
}
