using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SocialLeads.Cli.Import.Sending;
using Status = Grpc.Core.Status;

namespace SocialLeads.Cli.Tests.Sending;

public sealed class BackoffTests
{
    private static readonly RpcException _unavailable = new(new Status(StatusCode.Unavailable, "gone"));

    [Fact]
    public void Pauses_double_up_to_a_bound_and_end()
    {
        var backoff = new Backoff(new SendOptions());
        backoff.Reset();
        var pauses = Enumerable.Range(0, 10).Select(_ => backoff.Next(_unavailable)?.TotalSeconds);
        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 8, 8, 8, null], pauses);
    }

    [Fact]
    public void A_server_that_was_never_there_is_given_up_soon()
    {
        var backoff = new Backoff(new SendOptions());
        Assert.Equal([0.25, 0.5, null], Enumerable.Range(0, 3).Select(_ => backoff.Next(_unavailable)?.TotalSeconds));
    }

    [Fact]
    public void An_acknowledgement_starts_it_anew()
    {
        var backoff = new Backoff(new SendOptions());
        backoff.Next(_unavailable);
        backoff.Reset();
        Assert.Equal(0.25, backoff.Next(_unavailable)?.TotalSeconds);
    }

    [Theory]
    [InlineData(StatusCode.InvalidArgument)]
    [InlineData(StatusCode.PermissionDenied)]
    [InlineData(StatusCode.Internal)]
    public void A_refusal_is_final(StatusCode code) => Assert.Null(new Backoff(new SendOptions()).Next(new RpcException(new Status(code, ""))));

    [Fact]
    public void A_connection_that_broke_is_tried_again_whatever_the_code()
    {
        var broken = new RpcException(new Status(StatusCode.Internal, "", new IOException("reset by peer")));
        Assert.NotNull(new Backoff(new SendOptions()).Next(broken));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(100_000, 120)]
    public void The_server_may_ask_for_a_pause_within_bounds(int asked, int seconds)
    {
        var busy = new Google.Rpc.Status { Code = (int)StatusCode.ResourceExhausted, Message = "busy" };
        busy.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(asked)) }));
        Assert.Equal(TimeSpan.FromSeconds(seconds), new Backoff(new SendOptions()).Next(busy.ToRpcException()));
    }
}
