using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Grpc.AspNetCore.Server;

/// <summary>Knows which services there are, and answers for those that are not.</summary>
internal sealed class MappedServices
{
    private readonly ConcurrentDictionary<string, bool> _names = [];
    private int _fallbackMapped;

    public void Add(IEndpointRouteBuilder routes, IEnumerable<string> names)
    {
        foreach (var name in names)
            _names[name] = true;

        if (Interlocked.Exchange(ref _fallbackMapped, 1) == 1)
            return;

        var pattern = RoutePatternFactory.Parse(
            "{grpcService}/{grpcMethod}", defaults: null, parameterPolicies: new { grpcMethod = new GrpcConstraint() });
        routes.Map(pattern, (RequestDelegate)AnswerUnimplemented)
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Post]))
            .WithDisplayName("gRPC - Unimplemented");
    }

    private Task AnswerUnimplemented(HttpContext http)
    {
        if (!RequestCheck.Accepts(http))
            return Task.CompletedTask;

        var isKnown = _names.ContainsKey((string)http.Request.RouteValues["grpcService"]!);
        http.Response.ContentType = HeaderNames.ContentType;
        http.Response.Headers[HeaderNames.Status] = $"{(int)StatusCode.Unimplemented}";
        http.Response.Headers[HeaderNames.Message] = isKnown ? "Method is unimplemented." : "Service is unimplemented.";
        return Task.CompletedTask;
    }

    /// <summary>Leaves requests that are not gRPC to the rest of the application.</summary>
    private sealed class GrpcConstraint : IRouteConstraint
    {
        public bool Match(
            HttpContext? httpContext,
            IRouter? route,
            string routeKey,
            RouteValueDictionary values,
            RouteDirection routeDirection) => RequestCheck.IsGrpc(httpContext?.Request.ContentType);
    }
}
