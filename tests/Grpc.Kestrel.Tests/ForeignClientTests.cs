namespace Grpc.Kestrel.Tests;

/// <summary>The interoperability cases with Ruby's official client against this server.</summary>
public sealed class ForeignClientTests : IAsyncLifetime
{
    private readonly string _descriptor = ForeignProcess.DescriptorFile();
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("empty_unary")]
    [InlineData("large_unary")]
    [InlineData("client_streaming")]
    [InlineData("server_streaming")]
    [InlineData("ping_pong")]
    [InlineData("empty_stream")]
    [InlineData("custom_metadata")]
    [InlineData("status_code_and_message")]
    [InlineData("special_status_message")]
    [InlineData("unimplemented_method")]
    [InlineData("unimplemented_service")]
    [InlineData("client_compressed_unary")]
    [InlineData("client_compressed_streaming")]
    [InlineData("server_compressed_unary")]
    [InlineData("server_compressed_streaming")]
    public async Task Passes(string name)
    {
        using var client = Run(name);
        await client.SucceedAsync();
    }

    [Fact]
    public async Task Passes_timeout_on_sleeping_server()
    {
        using var client = Run("timeout_on_sleeping_server");
        await client.SucceedAsync();
        await _server.Events.WaitAsync("duplex-cancelled");
    }

    [Fact]
    public async Task Passes_cancel_after_begin_and_the_server_sees_it()
    {
        using var client = Run("cancel_after_begin");
        await _server.Events.WaitAsync("input-started");
        await client.WriteLineAsync("go");
        await client.SucceedAsync();
        await _server.Events.WaitAsync("input-cancelled");
    }

    [Fact]
    public async Task Passes_cancel_after_first_response_and_the_server_sees_it()
    {
        using var client = Run("cancel_after_first_response");
        await client.WriteLineAsync("go");
        await client.SucceedAsync();
        await _server.Events.WaitAsync("duplex-cancelled");
    }

    private ForeignProcess Run(string name) =>
        ForeignProcess.Ruby("client.rb", new Uri(_server.Address).Authority, _descriptor, name);
}
