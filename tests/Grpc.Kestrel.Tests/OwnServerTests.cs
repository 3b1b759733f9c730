namespace Grpc.Kestrel.Tests;

/// <summary>This client against this server.</summary>
public sealed class OwnServerTests : InteropCases
{
    private TestServer _server = null!;

    protected override async Task<string> StartServerAsync()
    {
        _server = await TestServer.StartAsync();
        return _server.Address;
    }

    protected override ValueTask StopServerAsync() => _server.DisposeAsync();

    protected override Task SeenAsync(string happening) => _server.Events.WaitAsync(happening);
}
