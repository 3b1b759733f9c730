using Microsoft.Extensions.DependencyInjection;
using Orleans.InProcess.Tests.Support;

namespace Orleans.InProcess.Tests;

public sealed class TimerTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_timer_ticks_when_due_and_then_each_period()
    {
        await using var silo = await StartAsync();
        var grain = silo.Client.GetGrain<ITimerGrain>("a");
        await grain.Start(dueSeconds: 10, periodSeconds: 5, interleave: false);

        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, await grain.Ticks());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await grain.Ticks());
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(2, await grain.Ticks());
    }

    [Fact]
    public async Task A_timer_without_a_period_ticks_once()
    {
        await using var silo = await StartAsync();
        var grain = silo.Client.GetGrain<ITimerGrain>("a");
        await grain.StartOnce(dueSeconds: 1);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await grain.Ticks());
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await grain.Ticks());
    }

    [Fact]
    public async Task A_tick_waits_its_turn()
    {
        await using var silo = await StartAsync();
        var grain = silo.Client.GetGrain<ITimerGrain>("a");
        await grain.Start(dueSeconds: 1, periodSeconds: 1, interleave: false);

        var running = grain.Pass("gate");
        await silo.Probe.Happened("gate begins");
        _time.Advance(TimeSpan.FromSeconds(1));
        silo.Probe.Open("gate");
        await running;
        await silo.Probe.Happened("tick");
        Assert.Equal(["gate begins", "gate ends", "tick"], silo.Probe.Noted);
    }

    [Fact]
    public async Task An_interleaving_tick_does_not_wait()
    {
        await using var silo = await StartAsync();
        var grain = silo.Client.GetGrain<ITimerGrain>("a");
        await grain.Start(dueSeconds: 1, periodSeconds: 1, interleave: true);

        var running = grain.Pass("gate");
        await silo.Probe.Happened("gate begins");
        _time.Advance(TimeSpan.FromSeconds(1));
        await silo.Probe.Happened("tick");
        silo.Probe.Open("gate");
        await running;
    }

    [Fact]
    public async Task A_changed_timer_keeps_to_its_new_times()
    {
        await using var silo = await StartAsync();
        var grain = silo.Client.GetGrain<ITimerGrain>("a");
        await grain.Start(dueSeconds: 1, periodSeconds: 1, interleave: false);
        await grain.Change(dueSeconds: 100, periodSeconds: 50);
        _time.Advance(TimeSpan.FromSeconds(99));
        Assert.Equal(0, await grain.Ticks());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await grain.Ticks());
        _time.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(2, await grain.Ticks());
    }

    [Fact]
    public async Task A_callback_that_fails_does_not_stop_the_timer()
    {
        await using var silo = await StartAsync();
        var grain = silo.Client.GetGrain<ITimerGrain>("fails");
        await grain.Start(dueSeconds: 1, periodSeconds: 1, interleave: false);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await grain.Ticks());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await grain.Ticks());
    }

    [Fact]
    public async Task A_disposed_timer_is_silent()
    {
        await using var silo = await StartAsync();
        var grain = silo.Client.GetGrain<ITimerGrain>("a");
        await grain.Start(dueSeconds: 1, periodSeconds: 1, interleave: false);
        await grain.Silence();
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, await grain.Ticks());
    }

    [Fact]
    public async Task Timers_end_with_their_activation()
    {
        await using var silo = await StartAsync();
        var grain = silo.Client.GetGrain<ITimerGrain>("a");
        await grain.Start(dueSeconds: 1, periodSeconds: 1, interleave: true);
        await grain.Retire();
        await silo.Probe.Happened("deactivated");
        Assert.Equal(0, await grain.Ticks());
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, await grain.Ticks());
        Assert.DoesNotContain("tick", silo.Probe.Noted);
    }

    [Fact]
    public async Task Times_out_of_range_are_refused()
    {
        await using var silo = await StartAsync();
        var grain = silo.Client.GetGrain<ITimerGrain>("a");
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => grain.Start(dueSeconds: -5, periodSeconds: 1, interleave: false));
    }

    private Task<TestSilo> StartAsync() => TestSilo.StartAsync(
        builder => builder.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, _time));
}

public interface ITimerGrain : IGrainWithStringKey
{
    Task Start(int dueSeconds, int periodSeconds, bool interleave);

    Task StartOnce(int dueSeconds);

    Task Change(int dueSeconds, int periodSeconds);

    Task Silence();

    Task Retire();

    Task Pass(string gate);

    Task<int> Ticks();
}

public sealed class TimerGrain(Probe probe) : Grain, ITimerGrain
{
    private IGrainTimer? _timer;
    private int _ticks;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Note("deactivated");
        return Task.CompletedTask;
    }

    public Task Start(int dueSeconds, int periodSeconds, bool interleave)
    {
        _timer = this.RegisterGrainTimer(
            static (self, cancellation) => self.OnTick(cancellation),
            this,
            new GrainTimerCreationOptions
            {
                DueTime = TimeSpan.FromSeconds(dueSeconds),
                Period = TimeSpan.FromSeconds(periodSeconds),
                Interleave = interleave,
            });
        return Task.CompletedTask;
    }

    public Task StartOnce(int dueSeconds)
    {
        _timer = this.RegisterGrainTimer(
            () => OnTick(CancellationToken.None), TimeSpan.FromSeconds(dueSeconds), Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task Change(int dueSeconds, int periodSeconds)
    {
        _timer!.Change(TimeSpan.FromSeconds(dueSeconds), TimeSpan.FromSeconds(periodSeconds));
        return Task.CompletedTask;
    }

    public Task Silence()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task Retire()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task Pass(string gate)
    {
        probe.Note($"{gate} begins");
        await probe.Passed(gate);
        probe.Note($"{gate} ends");
    }

    public Task<int> Ticks() => Task.FromResult(_ticks);

    private Task OnTick(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _ticks++;
        probe.Note("tick");
        return this.GetPrimaryKeyString() == "fails"
            ? Task.FromException(new KeyNotFoundException("tick failed"))
            : Task.CompletedTask;
    }
}
