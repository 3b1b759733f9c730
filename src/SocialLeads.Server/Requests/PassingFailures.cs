using Grpc.Core;
using Grpc.Core.Interceptors;
using SocialLeads.Grains.Boards;
using SocialLeads.Storage;

namespace SocialLeads.Server.Requests;

/// <summary>
/// Answers with the time to come again where the same call may succeed later: UNAVAILABLE where the store or a grain cannot be
/// reached now (a partition that has to start again while its store is gone, for one, fails whoever calls it), and
/// RESOURCE_EXHAUSTED where a partition has as many rankings to make as it holds.
/// </summary>
internal sealed class PassingFailures(ILogger<PassingFailures> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception reason) when (WillPass(reason))
        {
            throw Refusal(context, reason);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception reason) when (WillPass(reason))
        {
            throw Refusal(context, reason);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception reason) when (WillPass(reason))
        {
            throw Refusal(context, reason);
        }
    }

    private RpcException Refusal(ServerCallContext context, Exception reason)
    {
        if (Chain(reason).Any(IsOverload)) return RpcErrors.TooManyBoards();
        Logs.CallUnavailable(logger, context.Method, reason);
        return RpcErrors.StoreUnavailable();
    }

    private static bool WillPass(Exception reason) => Chain(reason).Any(cause => IsOverload(cause) || IsAway(cause));

    private static bool IsOverload(Exception cause) => cause is TooManyBoardsException;

    /// <summary>A grain call that gets no answer in its time ends in a TimeoutException.</summary>
    private static bool IsAway(Exception cause) =>
        cause is StoreUnavailableException or StaleWriterException or OrleansMessageRejectionException or TimeoutException;

    private static IEnumerable<Exception> Chain(Exception reason)
    {
        for (var cause = reason; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
