using Grpc.Core;
using Grpc.Core.Interceptors;

namespace SocialLeads.Faults.Servers;

/// <summary>
/// Gives every unary call more time than a server needs that works. A call that gets no answer within it fails the run, which then
/// says which call it was and what the server was doing meanwhile.
/// </summary>
internal sealed class CallPatience(ServerProcess server) : Interceptor
{
    /// <summary>How long an answer may take.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMinutes(2);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(request, context);
        return new AsyncUnaryCall<TResponse>(
            InTimeAsync(call.ResponseAsync, context.Method.FullName, request), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    private async Task<TResponse> InTimeAsync<TRequest, TResponse>(Task<TResponse> answer, string method, TRequest request)
    {
        if (!await Patience.LastsAsync(answer, Longest) && !server.IsEnding)
        {
            throw new FaultException(
                $"{method} got no answer within {Longest}. {await server.DescribeLateAsync()}\nThe request was {request}");
        }

        return await answer;
    }
}
