using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves gRPC services.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves every method of <typeparamref name="TService"/>. The object that serves a call comes from the call's
    /// service scope, or is made for the call.
    /// </summary>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.ServiceProvider;
        var mapped = services.GetService<MappedServices>()
            ?? throw new InvalidOperationException(
                "Unable to find the required services. Call 'AddGrpc' on the application's services.");
        var settings = new ServerCallSettings(services.GetRequiredService<IOptions<GrpcServiceOptions>>().Value);
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Grpc.AspNetCore.Server.ServerCallHandler");
        var mapper = new ServiceMapper<TService>(builder, settings, logger);
        mapper.Map();
        mapped.Add(builder, mapper.ServiceNames);
        return new GrpcServiceEndpointConventionBuilder(mapper.Endpoints);
    }
}
