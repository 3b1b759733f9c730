using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Senders that hang up, and senders that never read.</summary>
public class StreamTests(HostileServer fixture) : HostileTests(fixture)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sender_that_hangs_up_keeps_what_was_acknowledged(bool afterHalfClose)
    {
        var member = $"m-{Guid.NewGuid():N}";
        using (var call = Server.Activities.StreamActivities(cancellationToken: Cancel))
        {
            for (var i = 0; i < 20; i++)
            {
                await call.RequestStream.WriteAsync(
                    new StreamActivitiesRequest { Sequence = i, Activities = { Sample.Post($"{i}", member) } }, Cancel);
            }

            if (afterHalfClose) await call.RequestStream.CompleteAsync();
            for (var i = 0; i < 5; i++) Assert.True(await call.ResponseStream.MoveNext(Cancel));
        }

        var results = await Record(Enumerable.Range(0, 20).Select(i => Sample.Post($"{i}", member)));
        Assert.All(results.Take(5), result => Assert.Equal(Disposition.Duplicate, result.Disposition));
        Assert.DoesNotContain(results, result => result.Disposition == Disposition.Rejected);
    }

    [Fact]
    public async Task A_sender_that_never_reads_is_held_back_while_others_are_served()
    {
        var member = $"m-{Guid.NewGuid():N}";
        using var call = Server.Activities.StreamActivities(cancellationToken: Cancel);
        var others = 0;

        var (count, write) = await SilentSender.FillAsync(
            call.RequestStream, member, () => Record(Sample.Post($"{others++}", $"{member}-other")));

        // Nothing was dropped: as soon as the sender reads, everything is answered in its order.
        for (var sequence = 0; sequence < count; sequence++)
        {
            Assert.True(await call.ResponseStream.MoveNext(Cancel));
            var answer = call.ResponseStream.Current;
            Assert.Equal((sequence, 1, SilentSender.BadActivities), (answer.Sequence, answer.AcceptedCount, answer.Rejected.Count));
        }

        await write;
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(Cancel));
        var again = await Record(Enumerable.Range(0, count).Select(i => Sample.Post($"{i}", member)));
        Assert.All(again, result => Assert.Equal(Disposition.Duplicate, result.Disposition));
    }
}
