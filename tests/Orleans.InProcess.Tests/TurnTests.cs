using Orleans.Concurrency;
using Orleans.InProcess.Tests.Support;

namespace Orleans.InProcess.Tests;

public sealed class TurnTests
{
    [Fact]
    public async Task A_call_waits_for_the_one_before()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<ITurnGrain>("a");

        var first = grain.Pass("first");
        await silo.Probe.Happened("first begins");
        var second = grain.Pass("second");
        silo.Probe.Open("second");
        await silo.Client.GetGrain<ITurnGrain>("b").Pass("second");
        silo.Probe.Open("first");
        await Task.WhenAll(first, second);

        Assert.Equal(["first begins", "first ends", "second begins", "second ends"], silo.Probe.NotedBy("a"));
    }

    [Fact]
    public async Task Many_callers_never_meet_inside_a_grain()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<ICountingGrain>("a");
        await Parallel.ForAsync(0, 2_000, TestContext.Current.CancellationToken, async (i, _) => await grain.AddAcrossAwait(i));
        Assert.Equal(2_000, (await grain.Seen()).Length);
        Assert.Equal(1, await grain.MostAtOnce());
    }

    [Fact]
    public async Task Reentrant_calls_interleave_at_awaits_and_never_in_parallel()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<IReentrantGrain>("a");

        var first = grain.Pass("first");
        await silo.Probe.Happened("first begins");
        silo.Probe.Open("second");
        await grain.Pass("second");
        silo.Probe.Open("first");
        await first;
        Assert.Equal(["first begins", "second begins", "second ends", "first ends"], silo.Probe.Noted);

        await Parallel.ForAsync(0, 2_000, TestContext.Current.CancellationToken, async (_, _) => await grain.Spin());
        Assert.Equal((2_000, 1), await grain.TurnsAndMostAtOnce());
    }

    [Fact]
    public async Task An_always_interleaving_method_does_not_wait()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<ITurnGrain>("a");

        var waiting = grain.Pass("gate");
        await silo.Probe.Happened("gate begins");
        Assert.Equal("interleaved", await grain.Interleaved());
        silo.Probe.Open("gate");
        await waiting;
    }

    [Fact]
    public async Task Read_only_methods_interleave_with_one_another_but_not_with_others()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<ITurnGrain>("a");

        var reader = grain.Read("reader");
        await silo.Probe.Happened("reader begins");
        silo.Probe.Open("writer");
        var writer = grain.Pass("writer");
        silo.Probe.Open("other reader");
        await grain.Read("other reader");
        Assert.False(writer.IsCompleted);
        silo.Probe.Open("reader");
        await Task.WhenAll(reader, writer);
        Assert.Equal(
            ["reader begins", "other reader begins", "other reader ends", "reader ends", "writer begins", "writer ends"],
            silo.Probe.NotedBy("a"));
    }

    [Fact]
    public async Task A_call_from_a_grain_to_itself_waits_for_its_own_end_and_times_out()
    {
        await using var silo = await TestSilo.StartAsync();
        await Assert.ThrowsAsync<TimeoutException>(() => silo.Client.GetGrain<ITurnGrain>("a").CallItself());
    }

    [Fact]
    public async Task Stateless_workers_serve_one_key_side_by_side_up_to_their_number()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<IWorkerGrain>("a");

        var first = grain.Pass("first");
        await silo.Probe.Happened("first begins");
        var second = grain.Pass("second");
        await silo.Probe.Happened("second begins");
        var third = grain.Pass("third");
        silo.Probe.Open("third");
        Assert.DoesNotContain("third begins", silo.Probe.Noted);
        silo.Probe.Open("first");
        silo.Probe.Open("second");
        await Task.WhenAll(first, second, third);
    }
}

public interface ITurnGrain : IGrainWithStringKey
{
    Task Pass(string gate);

    [ReadOnly]
    Task Read(string gate);

    [AlwaysInterleave]
    Task<string> Interleaved();

    Task CallItself();

    [ResponseTimeout("00:00:00.200")]
    Task Never();
}

public sealed class TurnGrain(Probe probe) : Grain, ITurnGrain
{
    public async Task Pass(string gate)
    {
        probe.Note($"{gate} begins", this.GetPrimaryKeyString());
        await probe.Passed(gate);
        probe.Note($"{gate} ends", this.GetPrimaryKeyString());
    }

    public Task Read(string gate) => Pass(gate);

    public Task<string> Interleaved() => Task.FromResult("interleaved");

    public Task CallItself() => GrainFactory.GetGrain<ITurnGrain>(this.GetPrimaryKeyString()).Never();

    public Task Never() => throw new InvalidOperationException("Runs only if the call did not wait for the one that made it.");
}

public interface ICountingGrain : IGrainWithStringKey
{
    Task AddAcrossAwait(int number);

    Task<int[]> Seen();

    Task<int> MostAtOnce();
}

public sealed class CountingGrain : Grain, ICountingGrain
{
    private readonly List<int> _seen = [];
    private int _now;
    private int _most;

    public async Task AddAcrossAwait(int number)
    {
        _most = Math.Max(_most, ++_now);
        await Task.Yield();
        _seen.Add(number);
        _now--;
    }

    public Task<int[]> Seen() => Task.FromResult(_seen.ToArray());

    public Task<int> MostAtOnce() => Task.FromResult(_most);
}

public interface IReentrantGrain : IGrainWithStringKey
{
    Task Pass(string gate);

    Task Spin();

    Task<(int Turns, int MostAtOnce)> TurnsAndMostAtOnce();
}

[Reentrant]
public sealed class ReentrantGrain(Probe probe) : Grain, IReentrantGrain
{
    private int _now;
    private int _most;
    private int _turns;

    public async Task Pass(string gate)
    {
        probe.Note($"{gate} begins");
        await probe.Passed(gate);
        probe.Note($"{gate} ends");
    }

    public async Task Spin()
    {
        await Task.Yield();
        _most = Math.Max(_most, Interlocked.Increment(ref _now));
        Thread.SpinWait(200);
        _turns++;
        Interlocked.Decrement(ref _now);
        await Task.Yield();
    }

    public Task<(int Turns, int MostAtOnce)> TurnsAndMostAtOnce() => Task.FromResult((_turns, _most));
}

public interface IWorkerGrain : IGrainWithStringKey
{
    Task Pass(string gate);
}

[StatelessWorker(2)]
public sealed class WorkerGrain(Probe probe) : Grain, IWorkerGrain
{
    public async Task Pass(string gate)
    {
        probe.Note($"{gate} begins");
        await probe.Passed(gate);
    }
}
