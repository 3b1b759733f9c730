using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Grpc.AspNetCore.Server;

/// <summary>Puts the interceptors before a handler. They are made for each call, the first registered outermost.</summary>
internal sealed class InterceptorPipeline(IReadOnlyList<InterceptorRegistration> registrations)
{
    public UnaryServerMethod<TRequest, TResponse> Wrap<TRequest, TResponse>(UnaryServerMethod<TRequest, TResponse> handler)
        where TRequest : class
        where TResponse : class =>
        registrations.Reverse().Aggregate(handler, (next, registration) => async (request, context) =>
        {
            await using var interceptor = Activate(registration, context);
            return await interceptor.Instance.UnaryServerHandler(request, context, next);
        });

    public ClientStreamingServerMethod<TRequest, TResponse> Wrap<TRequest, TResponse>(
        ClientStreamingServerMethod<TRequest, TResponse> handler)
        where TRequest : class
        where TResponse : class =>
        registrations.Reverse().Aggregate(handler, (next, registration) => async (requests, context) =>
        {
            await using var interceptor = Activate(registration, context);
            return await interceptor.Instance.ClientStreamingServerHandler(requests, context, next);
        });

    public ServerStreamingServerMethod<TRequest, TResponse> Wrap<TRequest, TResponse>(
        ServerStreamingServerMethod<TRequest, TResponse> handler)
        where TRequest : class
        where TResponse : class =>
        registrations.Reverse().Aggregate(handler, (next, registration) => async (request, responses, context) =>
        {
            await using var interceptor = Activate(registration, context);
            await interceptor.Instance.ServerStreamingServerHandler(request, responses, context, next);
        });

    public DuplexStreamingServerMethod<TRequest, TResponse> Wrap<TRequest, TResponse>(
        DuplexStreamingServerMethod<TRequest, TResponse> handler)
        where TRequest : class
        where TResponse : class =>
        registrations.Reverse().Aggregate(handler, (next, registration) => async (requests, responses, context) =>
        {
            await using var interceptor = Activate(registration, context);
            await interceptor.Instance.DuplexStreamingServerHandler(requests, responses, context, next);
        });

    private static Activation<Interceptor> Activate(InterceptorRegistration registration, ServerCallContext context) =>
        registration.Activate(context.GetHttpContext().RequestServices);
}
