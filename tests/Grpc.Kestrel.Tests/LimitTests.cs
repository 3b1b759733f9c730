using Grpc.Core;
using Grpc.Testing;
using static Grpc.Kestrel.Tests.Payloads;

namespace Grpc.Kestrel.Tests;

/// <summary>Messages have a largest size, on each side and in each direction.</summary>
public sealed class LimitTests
{
    private const int FourMebibytes = 4 * 1024 * 1024;

    [Fact]
    public async Task The_server_takes_four_mebibytes_by_default_and_no_more()
    {
        await using var server = await TestServer.StartAsync(new Handlers());
        var largest = new SimpleRequest { Payload = Zeros(FourMebibytes) };
        largest.Payload = Zeros(FourMebibytes - (largest.CalculateSize() - FourMebibytes));
        Assert.Equal(FourMebibytes, largest.CalculateSize());

        await server.Client.UnaryCallAsync(largest);
        largest.Payload = Zeros(largest.Payload.Body.Length + 1);
        await AssertStatusAsync(StatusCode.ResourceExhausted, server.Client.UnaryCallAsync(largest));
    }

    [Fact]
    public async Task The_server_refuses_a_message_of_a_hundred_megabytes_and_goes_on()
    {
        await using var server = await TestServer.StartAsync(new Handlers());

        await AssertStatusAsync(
            StatusCode.ResourceExhausted,
            server.Client.UnaryCallAsync(new SimpleRequest { Payload = Zeros(100_000_000) }));

        await server.Client.UnaryCallAsync(new SimpleRequest());
    }

    [Fact]
    public async Task The_limit_of_the_server_can_be_set()
    {
        await using var server = await TestServer.StartAsync(new Handlers(), options => options.MaxReceiveMessageSize = 100);

        await server.Client.UnaryCallAsync(new SimpleRequest { Payload = Zeros(80) });
        await AssertStatusAsync(
            StatusCode.ResourceExhausted, server.Client.UnaryCallAsync(new SimpleRequest { Payload = Zeros(101) }));
    }

    [Fact]
    public async Task The_limit_holds_for_a_stream()
    {
        await using var server = await TestServer.StartAsync(options: options => options.MaxReceiveMessageSize = 100);
        using var call = server.Client.StreamingInputCall();
        await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(80) });
        await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(101) });

        await AssertStatusAsync(StatusCode.ResourceExhausted, () => call.ResponseAsync);
    }

    [Fact]
    public async Task The_server_does_not_send_more_than_it_may()
    {
        await using var server = await TestServer.StartAsync(options: options => options.MaxSendMessageSize = 100);

        await server.Client.UnaryCallAsync(new SimpleRequest { ResponseSize = 80 });
        await AssertStatusAsync(
            StatusCode.ResourceExhausted, server.Client.UnaryCallAsync(new SimpleRequest { ResponseSize = 101 }));
    }

    [Fact]
    public async Task The_client_takes_four_mebibytes_by_default_and_no_more()
    {
        await using var server = await TestServer.StartAsync();

        await server.Client.UnaryCallAsync(new SimpleRequest { ResponseSize = FourMebibytes - 100 });
        await AssertStatusAsync(
            StatusCode.ResourceExhausted, server.Client.UnaryCallAsync(new SimpleRequest { ResponseSize = FourMebibytes }));
    }

    [Fact]
    public async Task The_client_takes_any_size_without_a_limit()
    {
        await using var server = await TestServer.StartAsync();
        using var channel = server.CreateChannel(options => options.MaxReceiveMessageSize = null);
        var client = new TestService.TestServiceClient(channel);

        var response = await client.UnaryCallAsync(new SimpleRequest { ResponseSize = 20_000_000 });

        Assert.Equal(20_000_000, response.Payload.Body.Length);
    }

    [Fact]
    public async Task The_client_does_not_send_more_than_it_may()
    {
        await using var server = await TestServer.StartAsync(new Handlers());
        using var channel = server.CreateChannel(options => options.MaxSendMessageSize = 100);
        var client = new TestService.TestServiceClient(channel);

        await client.UnaryCallAsync(new SimpleRequest { Payload = Zeros(80) });
        await AssertStatusAsync(
            StatusCode.ResourceExhausted, client.UnaryCallAsync(new SimpleRequest { Payload = Zeros(101) }));
    }
}
