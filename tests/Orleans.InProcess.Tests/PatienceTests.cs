using Orleans.Configuration;
using Orleans.InProcess.Tests.Support;

namespace Orleans.InProcess.Tests;

/// <summary>Callers that stop waiting: timeouts and cancellation.</summary>
public sealed class PatienceTests
{
    [Fact]
    public async Task A_method_with_a_timeout_of_its_own_fails_its_caller_and_goes_on()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<IPatienceGrain>("a");
        await grain.Ping();
        await Assert.ThrowsAsync<TimeoutException>(() => grain.PassSoon("gate"));
        silo.Probe.Open("gate");
        await silo.Probe.Happened("gate ends");
    }

    [Fact]
    public async Task The_silos_timeout_holds_for_the_other_methods()
    {
        await using var silo = await TestSilo.StartAsync(
            builder => builder.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(5)));
        var grain = silo.Client.GetGrain<IPatienceGrain>("a");
        await grain.Ping();
        await Assert.ThrowsAsync<TimeoutException>(() => grain.Pass("gate"));
        silo.Probe.Open("gate");
        await silo.Probe.Happened("gate ends");
    }

    [Fact]
    public async Task A_call_that_timed_out_while_it_waited_never_begins()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<IPatienceGrain>("a");
        var running = grain.Pass("first");
        await silo.Probe.Happened("first begins");
        await Assert.ThrowsAsync<TimeoutException>(() => grain.PassSoon("second"));
        silo.Probe.Open("second");
        silo.Probe.Open("first");
        await running;
        await grain.Ping();
        Assert.DoesNotContain("second begins", silo.Probe.Noted);
    }

    [Fact]
    public async Task Cancelling_ends_the_callers_wait_and_is_seen_by_the_callee()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<IPatienceGrain>("a");
        using var cancellation = new CancellationTokenSource();

        var call = grain.UntilCancelled(cancellation.Token);
        await silo.Probe.Happened("waiting");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await silo.Probe.Happened("saw cancellation in turn");
    }

    [Fact]
    public async Task Cancelling_passes_on_from_grain_to_grain()
    {
        await using var silo = await TestSilo.StartAsync();
        using var cancellation = new CancellationTokenSource();

        var call = silo.Client.GetGrain<IPatienceGrain>("a").UntilOtherCancelled("b", cancellation.Token);
        await silo.Probe.Happened("waiting");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await silo.Probe.Happened("saw cancellation in turn");
    }

    [Fact]
    public async Task A_cancelled_token_calls_nobody()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<IPatienceGrain>("a");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await grain.UntilCancelled(new CancellationToken(true)));
        await grain.Ping();
        Assert.DoesNotContain("waiting", silo.Probe.Noted);
    }

    [Fact]
    public async Task A_token_never_cancelled_changes_nothing()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<IPatienceGrain>("a");
        using var cancellation = new CancellationTokenSource();
        Assert.Equal(5, await grain.Echo(5, cancellation.Token));
        Assert.Equal(6, await grain.Echo(6, CancellationToken.None));
    }

    [Fact]
    public async Task A_cancellation_in_the_grain_reaches_the_caller_as_one()
    {
        await using var silo = await TestSilo.StartAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => silo.Client.GetGrain<IPatienceGrain>("a").CancelItself());
    }
}

public interface IPatienceGrain : IGrainWithStringKey
{
    Task Ping();

    Task Pass(string gate);

    // Time enough for the call to begin on a busy machine: one that has not begun by then never does.
    [ResponseTimeout("00:00:05")]
    Task PassSoon(string gate);

    Task UntilCancelled(CancellationToken cancellationToken);

    Task UntilOtherCancelled(string other, CancellationToken cancellationToken);

    Task<int> Echo(int number, CancellationToken cancellationToken);

    Task CancelItself();
}

public sealed class PatienceGrain(Probe probe) : Grain, IPatienceGrain
{
    public Task Ping() => Task.CompletedTask;

    public async Task Pass(string gate)
    {
        probe.Note($"{gate} begins");
        await probe.Passed(gate);
        probe.Note($"{gate} ends");
    }

    public Task PassSoon(string gate) => Pass(gate);

    public async Task UntilCancelled(CancellationToken cancellationToken)
    {
        var scheduler = TaskScheduler.Current;
        var cancelled = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(() =>
        {
            if (TaskScheduler.Current == scheduler)
                probe.Note("saw cancellation in turn");
            cancelled.SetCanceled(cancellationToken);
        });
        probe.Note("waiting");
        await cancelled.Task;
    }

    public Task UntilOtherCancelled(string other, CancellationToken cancellationToken) =>
        GrainFactory.GetGrain<IPatienceGrain>(other).UntilCancelled(cancellationToken);

    public Task<int> Echo(int number, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(number);
    }

    public async Task CancelItself()
    {
        await Task.Yield();
        throw new OperationCanceledException();
    }
}
