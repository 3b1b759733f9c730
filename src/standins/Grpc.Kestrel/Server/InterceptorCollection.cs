using System.Collections.ObjectModel;
using Grpc.Core.Interceptors;

namespace Grpc.AspNetCore.Server;

/// <summary>Interceptor types, in the order in which a call passes them.</summary>
public class InterceptorCollection : Collection<InterceptorRegistration>
{
    /// <param name="args">Constructor arguments that the service container does not provide.</param>
    public void Add<TInterceptor>(params object[] args)
        where TInterceptor : Interceptor => Add(new InterceptorRegistration(typeof(TInterceptor), args));
}
