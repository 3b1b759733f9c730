using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Testing;
using static Grpc.Kestrel.Tests.Payloads;

namespace Grpc.Kestrel.Tests;

/// <summary>Interceptors stand around a call in the order in which they were added.</summary>
public sealed class InterceptorTests
{
    private static readonly string[] _order = ["before first", "before second", "handler", "after second", "after first"];

    [Fact]
    public async Task Server_interceptors_surround_every_kind_of_call_in_order()
    {
        var seen = new List<string>();
        await using var server = await TestServer.StartAsync(
            new Handlers
            {
                Unary = (_, _) => Answer(new SimpleResponse()),
                Input = (_, _) => Answer(new StreamingInputCallResponse()),
                Output = (_, _, _) => Answer(0),
                Duplex = (_, _, _) => Answer(0),
            },
            options =>
            {
                options.Interceptors.Add<Recorder>("first", seen);
                options.Interceptors.Add<Recorder>("second", seen);
            });

        await server.Client.UnaryCallAsync(new SimpleRequest());
        AssertSeen();
        await server.Client.StreamingInputCall();
        AssertSeen();
        using var output = server.Client.StreamingOutputCall(new StreamingOutputCallRequest());
        Assert.False(await output.ResponseStream.MoveNext());
        AssertSeen();
        using var duplex = server.Client.FullDuplexCall();
        Assert.False(await duplex.ResponseStream.MoveNext());
        AssertSeen();

        Task<T> Answer<T>(T value)
        {
            seen.Add("handler");
            return Task.FromResult(value);
        }

        void AssertSeen()
        {
            Assert.Equal(_order, seen);
            seen.Clear();
        }
    }

    [Fact]
    public async Task A_server_interceptor_may_refuse_a_call()
    {
        await using var server = await TestServer.StartAsync(
            new Handlers { Unary = (_, _) => throw new InvalidOperationException("The handler was reached.") },
            options => options.Interceptors.Add<Refuser>());

        await AssertStatusAsync(StatusCode.Unauthenticated, server.Client.UnaryCallAsync(new SimpleRequest()));
    }

    [Fact]
    public async Task Client_interceptors_surround_a_call_in_order_and_may_add_headers()
    {
        var seen = new List<string>();
        await using var server = await TestServer.StartAsync();
        var client = new TestService.TestServiceClient(
            server.Channel.Intercept(new Recorder("first", seen), new Recorder("second", seen)));

        using var call = client.UnaryCallAsync(new SimpleRequest());
        await call;

        Assert.Equal(["before first", "before second"], seen);
        Assert.Equal("second", (await call.ResponseHeadersAsync).GetValue(InteropService.InitialKey));
    }

    private sealed class Refuser : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.Unauthenticated, "who are you?"));
    }

    private sealed class Recorder(string name, List<string> seen) : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            seen.Add($"before {name}");
            var response = await continuation(request, context);
            seen.Add($"after {name}");
            return response;
        }

        public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            ServerCallContext context,
            ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            seen.Add($"before {name}");
            var response = await continuation(requestStream, context);
            seen.Add($"after {name}");
            return response;
        }

        public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            seen.Add($"before {name}");
            await continuation(request, responseStream, context);
            seen.Add($"after {name}");
        }

        public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            seen.Add($"before {name}");
            await continuation(requestStream, responseStream, context);
            seen.Add($"after {name}");
        }

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"before {name}");
            var options = context.Options.WithHeaders(new Metadata { { InteropService.InitialKey, name } });
            return continuation(
                request, new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, options));
        }
    }
}
