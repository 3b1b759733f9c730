using Orleans.InProcess.Tests.Support;

namespace Orleans.InProcess.Tests;

public sealed class CallTests
{
    [Fact]
    public async Task Every_kind_of_method_answers()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<IEchoGrain>("a");

        await grain.Ping();
        await grain.PingValue();
        Assert.Equal("x", await grain.Text("x"));
        Assert.Equal(7, await grain.Number(7));
        Assert.Equal("1 b 3 4 5 6 7", await grain.Join(1, "b", 3, 4.0, 5, 6, 7));
        Assert.Equal(3, await grain.LaterNumber(3));
        Assert.Equal("later", await grain.LaterText("later"));
    }

    [Fact]
    public async Task A_grain_knows_its_key()
    {
        await using var silo = await TestSilo.StartAsync();
        Assert.Equal("a/b c", await silo.Client.GetGrain<IEchoGrain>("a/b c").Key());
        Assert.Equal("a/b c", silo.Client.GetGrain<IEchoGrain>("a/b c").GetPrimaryKeyString());
        Assert.Equal(-12, await silo.Client.GetGrain<INumberedGrain>(-12).Key());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_key_is_refused(string key)
    {
        await using var silo = await TestSilo.StartAsync();
        Assert.Throws<ArgumentException>(() => silo.Client.GetGrain<IEchoGrain>(key));
    }

    [Fact]
    public async Task A_grain_calls_another_and_goes_on_in_its_own_turn()
    {
        await using var silo = await TestSilo.StartAsync();
        Assert.True(await silo.Client.GetGrain<IEchoGrain>("a").StaysInTurnAcrossCallTo("b"));
    }

    [Fact]
    public async Task An_exception_reaches_the_caller_with_its_type_and_message()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<IEchoGrain>("a");

        var atOnce = await Assert.ThrowsAsync<KeyNotFoundException>(() => grain.FailAtOnce("gone"));
        Assert.Equal("gone", atOnce.Message);
        var later = await Assert.ThrowsAsync<KeyNotFoundException>(() => grain.FailLater("lost"));
        Assert.Equal("lost", later.Message);
        Assert.Equal("x", await grain.Text("x"));
    }

    [Fact]
    public async Task A_one_way_call_returns_before_it_has_run_and_tells_no_failure()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Client.GetGrain<IEchoGrain>("a");

        await grain.OneWay("gate");
        silo.Probe.Open("gate");
        await silo.Probe.Happened("one-way ran");
        await grain.OneWayFailure();
        Assert.Equal("x", await grain.Text("x"));
    }

    [Fact]
    public async Task References_to_one_grain_are_equal()
    {
        await using var silo = await TestSilo.StartAsync();
        var client = silo.Client;
        Assert.Equal(client.GetGrain<IEchoGrain>("a"), client.GetGrain<IEchoGrain>("a"));
        Assert.NotEqual(client.GetGrain<IEchoGrain>("a"), client.GetGrain<IEchoGrain>("b"));
    }

    [Fact]
    public async Task An_interface_without_a_class_is_an_argument_error()
    {
        await using var silo = await TestSilo.StartAsync();
        Assert.Throws<ArgumentException>(() => silo.Client.GetGrain<INobodysGrain>("a"));
    }

    [Fact]
    public async Task Methods_of_inherited_interfaces_are_called_too()
    {
        await using var silo = await TestSilo.StartAsync();
        Assert.Equal("base", await silo.Client.GetGrain<IDerivedGrain>("a").FromBase());
        Assert.Equal("derived", await silo.Client.GetGrain<IDerivedGrain>("a").FromDerived());
    }

    [Fact]
    public async Task An_internal_interface_serves_as_well()
    {
        await using var silo = await TestSilo.StartAsync();
        Assert.Equal("internal", await silo.Client.GetGrain<IInternalGrain>("a").Name(new InternalArgument("internal")));
    }
}

public interface IEchoGrain : IGrainWithStringKey
{
    Task Ping();

    ValueTask PingValue();

    Task<string> Text(string text);

    ValueTask<int> Number(int number);

    Task<string> Join(int a, string b, long c, double d, byte e, short f, uint g);

    ValueTask<int> LaterNumber(int number);

    Task<string> LaterText(string text);

    Task<string> Key();

    Task<bool> StaysInTurnAcrossCallTo(string other);

    Task FailAtOnce(string message);

    Task FailLater(string message);

    [Orleans.Concurrency.OneWay]
    Task OneWay(string gate);

    [Orleans.Concurrency.OneWay]
    Task OneWayFailure();
}

public sealed class EchoGrain(Probe probe) : Grain, IEchoGrain
{
    public Task Ping() => Task.CompletedTask;

    public ValueTask PingValue() => ValueTask.CompletedTask;

    public Task<string> Text(string text) => Task.FromResult(text);

    public ValueTask<int> Number(int number) => new(number);

    public Task<string> Join(int a, string b, long c, double d, byte e, short f, uint g) =>
        Task.FromResult($"{a} {b} {c} {d} {e} {f} {g}");

    public async ValueTask<int> LaterNumber(int number)
    {
        await Task.Yield();
        return number;
    }

    public async Task<string> LaterText(string text)
    {
        await Task.Yield();
        return text;
    }

    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());

    public async Task<bool> StaysInTurnAcrossCallTo(string other)
    {
        var scheduler = TaskScheduler.Current;
        await GrainFactory.GetGrain<IEchoGrain>(other).LaterText("x");
        var after = TaskScheduler.Current;
        await Task.Run(() => { }, CancellationToken.None);
        return scheduler != TaskScheduler.Default && after == scheduler && TaskScheduler.Current == scheduler;
    }

    public Task FailAtOnce(string message) => throw new KeyNotFoundException(message);

    public async Task FailLater(string message)
    {
        await Task.Yield();
        throw new KeyNotFoundException(message);
    }

    public async Task OneWay(string gate)
    {
        await probe.Passed(gate);
        probe.Note("one-way ran");
    }

    public Task OneWayFailure() => throw new KeyNotFoundException("nobody hears");
}

public interface INumberedGrain : IGrainWithIntegerKey
{
    Task<long> Key();
}

public sealed class NumberedGrain : Grain, INumberedGrain
{
    public Task<long> Key() => Task.FromResult(this.GetPrimaryKeyLong());
}

public interface INobodysGrain : IGrainWithStringKey
{
    Task Ping();
}

public interface IBaseGrain : IGrainWithStringKey
{
    Task<string> FromBase();
}

public interface IDerivedGrain : IBaseGrain
{
    Task<string> FromDerived();
}

public sealed class DerivedGrain : Grain, IDerivedGrain
{
    public Task<string> FromBase() => Task.FromResult("base");

    public Task<string> FromDerived() => Task.FromResult("derived");
}

[GenerateSerializer, Immutable]
internal sealed record InternalArgument([property: Id(0)] string Text);

internal interface IInternalGrain : IGrainWithStringKey
{
    Task<string> Name(InternalArgument argument);
}

internal sealed class InternalGrain : Grain, IInternalGrain
{
    public Task<string> Name(InternalArgument argument) => Task.FromResult(argument.Text);
}
