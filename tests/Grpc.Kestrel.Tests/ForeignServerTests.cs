namespace Grpc.Kestrel.Tests;

/// <summary>This client against Python's official server.</summary>
public sealed class ForeignServerTests : InteropCases
{
    private ForeignProcess? _server;

    protected override async Task<string> StartServerAsync()
    {
        _server = ForeignProcess.Python("server.py", ForeignProcess.DescriptorFile());
        var listening = await _server.ReadLineAsync("listening");
        return $"http://127.0.0.1:{listening.Split(' ')[1]}";
    }

    protected override ValueTask StopServerAsync()
    {
        _server?.Dispose();
        return default;
    }

    protected override Task SeenAsync(string happening) => _server!.ReadLineAsync(happening);
}
