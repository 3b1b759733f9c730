using Grpc.Core;
using Grpc.Core.Interceptors;
using SocialLeads.Storage;

namespace SocialLeads.Server.Requests;

/// <summary>
/// Answers UNAVAILABLE, with the time to come again, where a call failed because the store or a grain cannot be reached
/// now: a partition that has to start again while its store is gone, for one, fails whoever calls it.
/// </summary>
internal sealed class StoreFailures(ILogger<StoreFailures> logger) : Interceptor
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
            throw Unavailable(context, reason);
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
            throw Unavailable(context, reason);
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
            throw Unavailable(context, reason);
        }
    }

    private RpcException Unavailable(ServerCallContext context, Exception reason)
    {
        Logs.CallUnavailable(logger, context.Method, reason);
        return RpcErrors.StoreUnavailable();
    }

    /// <summary>Whether the same call may succeed later. A grain call that gets no answer in its time ends in a TimeoutException.</summary>
    private static bool WillPass(Exception reason)
    {
        for (var cause = reason; cause is not null; cause = cause.InnerException)
        {
            if (cause is StoreUnavailableException or StaleWriterException or OrleansMessageRejectionException or TimeoutException)
                return true;
        }

        return false;
    }
}
