using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>An interceptor type and how to make one for a call.</summary>
public class InterceptorRegistration
{
    private readonly object[] _arguments;
    private readonly ObjectFactory _factory;

    internal InterceptorRegistration(Type type, object[] arguments)
    {
        (Type, _arguments) = (type, arguments);
        _factory = ActivatorUtilities.CreateFactory(type, [.. arguments.Select(argument => argument.GetType())]);
    }

    public Type Type { get; }

    public IReadOnlyList<object> Arguments => _arguments;

    internal Activation<Interceptor> Activate(IServiceProvider services) => services.GetService(Type) is Interceptor registered
        ? new Activation<Interceptor>(registered, owned: false)
        : new Activation<Interceptor>((Interceptor)_factory(services, _arguments), owned: true);
}
