using Orleans.InProcess.Calls;
using Orleans.InProcess.Runtime;

namespace Orleans.Runtime;

/// <summary>
/// A caller's handle on a grain. It exists whether the grain is active or not; two references to one grain are equal.
/// </summary>
/// <remarks>
/// Upstream copies mutable arguments and results between grains. Here they are passed as they are: a type that
/// crosses a grain boundary must be immutable, or caller and callee will see one another's changes.
/// </remarks>
public class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private ICallTarget? _target;

    internal GrainReference(Silo silo, GrainId grainId)
    {
        Silo = silo;
        GrainId = grainId;
    }

    public GrainId GrainId { get; }

    internal Silo Silo { get; }

    public bool Equals(GrainReference? other) => other is not null && GrainId == other.GrainId;

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => GrainId.ToString();

    // The four kinds of method a grain interface may have; generated references call these.
    internal Task Invoke<TArguments>(GrainMethod<TArguments, NoResult> method, TArguments arguments, CancellationToken cancellation) =>
        Send(method, arguments, cancellation);

    internal Task<TResult> InvokeOf<TArguments, TResult>(
        GrainMethod<TArguments, TResult> method, TArguments arguments, CancellationToken cancellation) =>
        Send(method, arguments, cancellation);

    internal ValueTask InvokeValue<TArguments>(
        GrainMethod<TArguments, NoResult> method, TArguments arguments, CancellationToken cancellation) =>
        new(Send(method, arguments, cancellation));

    internal ValueTask<TResult> InvokeValueOf<TArguments, TResult>(
        GrainMethod<TArguments, TResult> method, TArguments arguments, CancellationToken cancellation) =>
        new(Send(method, arguments, cancellation));

    private Task<TResult> Send<TArguments, TResult>(
        GrainMethod<TArguments, TResult> method, TArguments arguments, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var call = new GrainCall<TArguments, TResult>(this, method, arguments, cancellation);
        if (call.Has(RequestTraits.OneWay))
            call.AnswerNow();
        _target = Silo.Send(call, _target);
        return call.Answer;
    }
}
