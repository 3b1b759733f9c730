using Orleans.Configuration;
using Orleans.InProcess.Tests.Support;

namespace Orleans.InProcess.Tests;

public sealed class LifecycleTests
{
    [Fact]
    public async Task A_grain_is_activated_by_its_first_call_and_stays()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<ILifecycleGrain>("a");
        Assert.Empty(silo.Probe.Noted);
        Assert.Equal(1, await grain.Count());
        Assert.Equal(2, await grain.Count());
        Assert.Equal(["activated"], silo.Probe.NotedBy("a"));
    }

    [Fact]
    public async Task A_failed_activation_fails_the_call_and_the_next_call_tries_again()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<ILifecycleGrain>("fails once");

        var failure = await Assert.ThrowsAsync<KeyNotFoundException>(grain.Count);
        Assert.Equal("not today", failure.Message);
        Assert.Equal(1, await grain.Count());
    }

    [Fact]
    public async Task A_failed_construction_fails_the_call()
    {
        await using var silo = await TestSilo.StartAsync();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(silo.Client.GetGrain<IUnmakeableGrain>("a").Ping);
        Assert.IsType<KeyNotFoundException>(failure.GetBaseException());
    }

    [Fact]
    public async Task Deactivation_runs_before_the_next_activation_starts()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<ILifecycleGrain>("slow end");

        await grain.Retire();
        await silo.Probe.Happened("deactivating: ApplicationRequested");
        var next = grain.Count();
        Assert.False(next.IsCompleted);
        silo.Probe.Open("end");

        Assert.Equal(1, await next);
        Assert.Equal(
            ["activated", "deactivating: ApplicationRequested", "deactivated", "activated"],
            silo.Probe.NotedBy("slow end"));
    }

    [Fact]
    public async Task Deactivation_waits_for_the_call_that_runs()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<ILifecycleGrain>("a");

        var running = grain.EndAndPass("gate");
        await silo.Probe.Happened("gate begins");
        silo.Probe.Open("gate");
        await running;
        await silo.Probe.Happened("deactivated");
        Assert.Equal(
            ["activated", "gate begins", "gate ends", "deactivating: ApplicationRequested", "deactivated"],
            silo.Probe.NotedBy("a"));
    }

    [Fact]
    public async Task A_failure_in_OnDeactivateAsync_does_not_keep_the_grain()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<ILifecycleGrain>("bad end");
        await grain.Retire();
        await silo.Probe.Happened("deactivating: ApplicationRequested");
        Assert.Equal(1, await grain.Count());
    }

    [Fact]
    public async Task An_idle_grain_is_collected()
    {
        await using var silo = await TestSilo.StartAsync(builder => builder.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionQuantum = TimeSpan.FromMilliseconds(50);
            options.CollectionAge = TimeSpan.FromMilliseconds(100);
        }));
        var grain = silo.Client.GetGrain<ILifecycleGrain>("a");
        await grain.Count();
        await silo.Probe.Happened("deactivating: ActivationIdle");
        Assert.Equal(1, await grain.Count());
    }

    [Fact]
    public async Task A_forced_collection_takes_the_idle_and_leaves_the_busy_and_the_kept()
    {
        await using var silo = await TestSilo.StartAsync();
        var management = silo.Client.GetGrain<IManagementGrain>(0);
        await silo.Client.GetGrain<ILifecycleGrain>("kept").Keep(TimeSpan.FromHours(1));
        var busy = silo.Client.GetGrain<ILifecycleGrain>("busy").Pass("gate");
        await silo.Probe.Happened("gate begins");
        await silo.Client.GetGrain<ILifecycleGrain>("idle").Count();

        // The caller may have its answer a moment before the activation counts as idle.
        var collected = silo.Probe.Happened("deactivating: ActivationIdle");
        while (!collected.IsCompleted)
            await management.ForceActivationCollection(TimeSpan.Zero);

        await collected;
        Assert.Equal(["activated"], silo.Probe.NotedBy("kept"));
        Assert.Equal(["activated", "gate begins"], silo.Probe.NotedBy("busy"));
        silo.Probe.Open("gate");
        await busy;
    }

    [Fact]
    public async Task A_delay_taken_back_lets_the_grain_be_collected()
    {
        await using var silo = await TestSilo.StartAsync();
        var management = silo.Client.GetGrain<IManagementGrain>(0);
        var grain = silo.Client.GetGrain<ILifecycleGrain>("a");
        await grain.Keep(Timeout.InfiniteTimeSpan);
        await management.ForceActivationCollection(TimeSpan.Zero);
        Assert.Equal(1, await grain.Count());

        await grain.Keep(TimeSpan.Zero);
        var collected = silo.Probe.Happened("deactivating: ActivationIdle");
        while (!collected.IsCompleted)
            await management.ForceActivationCollection(TimeSpan.Zero);
        await collected;
    }
}

public interface ILifecycleGrain : IGrainWithStringKey
{
    Task<int> Count();

    Task Retire();

    Task EndAndPass(string gate);

    Task Pass(string gate);

    Task Keep(TimeSpan time);
}

public sealed class LifecycleGrain(Probe probe) : Grain, ILifecycleGrain
{
    private int _count;

    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (Key == "fails once" && !probe.Noted.Contains("failed"))
        {
            probe.Note("failed");
            throw new KeyNotFoundException("not today");
        }

        probe.Note("activated", Key);
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Note($"deactivating: {reason.ReasonCode}", Key);
        if (Key == "bad end")
            throw new KeyNotFoundException("cannot end");
        if (Key == "slow end")
            await probe.Passed("end").WaitAsync(cancellationToken);
        probe.Note("deactivated", Key);
    }

    public Task<int> Count() => Task.FromResult(++_count);

    public Task Retire()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task EndAndPass(string gate)
    {
        DeactivateOnIdle();
        await Pass(gate);
    }

    public async Task Pass(string gate)
    {
        probe.Note($"{gate} begins", Key);
        await probe.Passed(gate);
        probe.Note($"{gate} ends", Key);
    }

    public Task Keep(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }
}

public interface IUnmakeableGrain : IGrainWithStringKey
{
    Task Ping();
}

public sealed class UnmakeableGrain : Grain, IUnmakeableGrain
{
    public UnmakeableGrain() => throw new KeyNotFoundException("cannot be made");

    public Task Ping() => Task.CompletedTask;
}
