using Grpc.Core;
using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Sends more and more without reading an answer, until it is held back.</summary>
internal static class SilentSender
{
    /// <summary>The activities of each request that are rejected; one more is good.</summary>
    public const int BadActivities = 1000;

    private const int FarTooMuch = 16 * 1024 * 1024;
    private const int Others = 30;

    // A write of this length that is not held back is done long before, unless the machine is very busy.
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>
    /// Sends until a write does not end, for a second at least, while others are served many times. On a very busy machine
    /// that write may still end by itself: a caller may count on no more than that the server did not take everything.
    /// </summary>
    /// <param name="requests">Where to send.</param>
    /// <param name="member">The member of the good activities, whose ids are 0, 1, 2 and so on.</param>
    /// <param name="serveOther">Has the server do something for another client.</param>
    /// <returns>How many requests were sent, and the write of the last, which is held back.</returns>
    public static async Task<(int Count, Task Write)> FillAsync(
        IClientStreamWriter<StreamActivitiesRequest> requests, string member, Func<Task> serveOther)
    {
        var bytes = 0L;
        for (var count = 0; ; count++)
        {
            var request = Bulky(count, member);
            bytes += request.CalculateSize();
            Assert.True(bytes < FarTooMuch, $"The server took {bytes} bytes from a sender that reads no answer.");
            var write = requests.WriteAsync(request, Cancel);
            var begun = TimeProvider.System.GetTimestamp();
            for (var others = 0; !write.IsCompleted && (others < Others || TimeProvider.System.GetElapsedTime(begun) < _pause); others++)
                await serveOther();

            if (!write.IsCompleted) return (count + 1, write);
        }
    }

    /// <summary>Some 36 kB whose answer is longer still, since it tells of each bad activity all that is wrong with it.</summary>
    private static StreamActivitiesRequest Bulky(int sequence, string member)
    {
        var good = Sample.Post($"{sequence}", member);
        good.Text = new string('x', 16_000);
        var request = new StreamActivitiesRequest { Sequence = sequence, Activities = { good } };
        for (var i = 0; i < BadActivities; i++) request.Activities.Add(new Activity { Channel = "no fields at all" });
        return request;
    }
}
