using System.Text.Json;
using SocialLeads.Bench.Commands;
using SocialLeads.Bench.Loads;

namespace SocialLeads.Bench.Processes;

/// <summary>This program again, as the process the load comes from.</summary>
internal sealed class LoadProcess : IAsyncDisposable
{
    private readonly Child _child = Child.StartBeside(
        "The load process", "SocialLeads.Bench.dll", [LoadCommand.CommandName], new Dictionary<string, string>());

    public async Task<LoadResult> RunAsync(LoadOrder order, CancellationToken cancellationToken) =>
        await (await BeginAsync(order, cancellationToken)).Ended;

    /// <summary>Completes when the load is made and begins to be sent.</summary>
    public async Task<RunningLoad> BeginAsync(LoadOrder order, CancellationToken cancellationToken)
    {
        await _child.WriteLineAsync(JsonSerializer.Serialize(order), cancellationToken);
        var ready = await _child.ReadLineAsync(cancellationToken);
        if (ready != LoadWorker.Ready) throw new InvalidDataException($"The load process said '{ready}'.");
        await _child.WriteLineAsync(LoadWorker.Go, cancellationToken);
        return new RunningLoad(EndAsync(cancellationToken));
    }

    public ValueTask DisposeAsync() => _child.DisposeAsync();

    private async Task<LoadResult> EndAsync(CancellationToken cancellationToken)
    {
        var result = await _child.ReadLineAsync(cancellationToken);
        return JsonSerializer.Deserialize<LoadResult>(result) ?? throw new InvalidDataException("The load process said nothing.");
    }
}

/// <summary>A load that is being sent.</summary>
/// <param name="Ended">Completes when all of it was acknowledged.</param>
internal sealed record RunningLoad(Task<LoadResult> Ended);
