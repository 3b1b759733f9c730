using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>Makes an endpoint of every method of a service.</summary>
internal sealed class ServiceMapper<TService>(IEndpointRouteBuilder routes, ServerCallSettings settings, ILogger logger)
    : ServiceBinderBase
    where TService : class
{
    private readonly InterceptorPipeline _interceptors = new(settings.Interceptors);

    public List<IEndpointConventionBuilder> Endpoints { get; } = [];

    public HashSet<string> ServiceNames { get; } = [];

    /// <summary>Calls the generated <c>BindService</c>, which then calls the <c>AddMethod</c>s.</summary>
    public void Map()
    {
        var attribute = typeof(TService).GetCustomAttribute<BindServiceMethodAttribute>(inherit: true)
            ?? throw new InvalidOperationException($"{typeof(TService)} does not derive from a generated service base class.");
        var bind = attribute.BindType.GetMethods(BindingFlags.Public | BindingFlags.Static).Single(method =>
            method.Name == attribute.BindMethodName
            && method.GetParameters() is [var binder, _]
            && binder.ParameterType == typeof(ServiceBinderBase));
        bind.Invoke(null, [this, null]);
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var target = Target<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>(
            method, typeof(TRequest), typeof(ServerCallContext));
        var invoke = _interceptors.Wrap<TRequest, TResponse>(Invoke);
        Add(method, new UnaryCallHandler<TRequest, TResponse>(method, invoke, settings, logger));

        async Task<TResponse> Invoke(TRequest request, ServerCallContext context)
        {
            await using var service = Activate(context);
            return await target(service.Instance, request, context);
        }
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var target = Target<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>(
            method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        var invoke = _interceptors.Wrap<TRequest, TResponse>(Invoke);
        Add(method, new ClientStreamingCallHandler<TRequest, TResponse>(method, invoke, settings, logger));

        async Task<TResponse> Invoke(IAsyncStreamReader<TRequest> requests, ServerCallContext context)
        {
            await using var service = Activate(context);
            return await target(service.Instance, requests, context);
        }
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var target = Target<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>(
            method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var invoke = _interceptors.Wrap<TRequest, TResponse>(Invoke);
        Add(method, new ServerStreamingCallHandler<TRequest, TResponse>(method, invoke, settings, logger));

        async Task Invoke(TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context)
        {
            await using var service = Activate(context);
            await target(service.Instance, request, responses, context);
        }
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var target = Target<
            Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>(
            method, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var invoke = _interceptors.Wrap<TRequest, TResponse>(Invoke);
        Add(method, new DuplexStreamingCallHandler<TRequest, TResponse>(method, invoke, settings, logger));

        async Task Invoke(
            IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, ServerCallContext context)
        {
            await using var service = Activate(context);
            await target(service.Instance, requests, responses, context);
        }
    }

    private static Activation<TService> Activate(ServerCallContext context) =>
        ServiceActivator<TService>.Activate(context.GetHttpContext().RequestServices);

    /// <summary>The service's method, as a delegate that takes the service object first.</summary>
    private static TDelegate Target<TDelegate>(IMethod method, params Type[] parameters)
        where TDelegate : Delegate
    {
        var target = typeof(TService).GetMethod(method.Name, BindingFlags.Public | BindingFlags.Instance, parameters)
            ?? throw new InvalidOperationException($"{typeof(TService)} has no method {method.Name}.");
        return target.CreateDelegate<TDelegate>();
    }

    private void Add(IMethod method, ServerCallHandler handler)
    {
        ServiceNames.Add(method.ServiceName);
        Endpoints.Add(routes.MapPost(method.FullName, (RequestDelegate)handler.HandleAsync)
            .WithDisplayName($"gRPC - {method.FullName}")
            .WithMetadata(new GrpcMethodMetadata(typeof(TService), method)));
    }
}
