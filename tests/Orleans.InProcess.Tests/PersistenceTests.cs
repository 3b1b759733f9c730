using Microsoft.Extensions.DependencyInjection;
using Orleans.InProcess.Tests.Support;
using Orleans.Storage;

namespace Orleans.InProcess.Tests;

public sealed class PersistenceTests
{
    [Fact]
    public async Task A_state_is_read_before_activation_and_outlives_it()
    {
        await using var silo = await StartAsync();
        var grain = silo.Client.GetGrain<IStateGrain>("a");
        Assert.Equal(new StateSeen(0, false), await grain.SeenAtActivation());

        await grain.Write(42);
        await grain.Retire();
        Assert.Equal(new StateSeen(42, true), await grain.SeenAtActivation());
        Assert.Equal(new StateSeen(0, false), await silo.Client.GetGrain<IStateGrain>("b").SeenAtActivation());
    }

    [Fact]
    public async Task What_is_not_written_is_lost()
    {
        await using var silo = await StartAsync();
        var grain = silo.Client.GetGrain<IStateGrain>("a");
        await grain.Write(1);
        await grain.SetWithoutWriting(2);
        await grain.Retire();
        Assert.Equal(new StateSeen(1, true), await grain.SeenAtActivation());
    }

    [Fact]
    public async Task A_cleared_state_is_new()
    {
        await using var silo = await StartAsync();
        var grain = silo.Client.GetGrain<IStateGrain>("a");
        await grain.Write(42);
        await grain.Clear();
        await grain.Retire();
        Assert.Equal(new StateSeen(0, false), await grain.SeenAtActivation());
        await grain.Write(43);
        await grain.Retire();
        Assert.Equal(new StateSeen(43, true), await grain.SeenAtActivation());
    }

    [Fact]
    public async Task A_missing_store_fails_the_call()
    {
        await using var silo = await TestSilo.StartAsync();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => silo.Client.GetGrain<IStateGrain>("a").SeenAtActivation());
        var cause = Assert.IsType<BadProviderConfigException>(failure.GetBaseException());
        Assert.Contains("\"states\"", cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grain_that_meets_a_foreign_write_is_deactivated()
    {
        await using var silo = await TestSilo.StartAsync(
            builder => builder.Services.AddKeyedSingleton<IGrainStorage>("states", new ContestedStorage()));
        var grain = silo.Client.GetGrain<IStateGrain>("a");
        await grain.SetWithoutWriting(2);
        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Write(3));
        await silo.Probe.Happened("deactivated: ApplicationError");
        Assert.Equal(new StateSeen(0, false), await grain.SeenAtActivation());
    }

    private static Task<TestSilo> StartAsync() => TestSilo.StartAsync(builder => builder.AddMemoryGrainStorage("states"));

    private sealed class ContestedStorage : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            throw new InconsistentStateException("written elsewhere", "2", "1");

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;
    }
}

[GenerateSerializer, Immutable]
public sealed record StateSeen([property: Id(0)] int Number, [property: Id(1)] bool Exists);

[GenerateSerializer]
public sealed class NumberState
{
    [Id(0)]
    public int Number { get; set; }
}

public interface IStateGrain : IGrainWithStringKey
{
    Task<StateSeen> SeenAtActivation();

    Task Write(int number);

    Task SetWithoutWriting(int number);

    Task Clear();

    Task Retire();
}

public sealed class StateGrain(Probe probe, [PersistentState("number", "states")] IPersistentState<NumberState> state)
    : Grain, IStateGrain
{
    private StateSeen? _seen;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _seen = new StateSeen(state.State.Number, state.RecordExists);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Note($"deactivated: {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task<StateSeen> SeenAtActivation() => Task.FromResult(_seen!);

    public Task Write(int number)
    {
        state.State.Number = number;
        return state.WriteStateAsync();
    }

    public Task SetWithoutWriting(int number)
    {
        state.State.Number = number;
        return Task.CompletedTask;
    }

    public Task Clear() => state.ClearStateAsync();

    public Task Retire()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
