namespace Orleans.InProcess.Calls;

/// <summary>Calls the method on the grain.</summary>
/// <returns>Null when the method completed at once, with its result in <paramref name="result"/>.</returns>
internal delegate Task? MethodBody<TArguments, TResult>(
    object grain, ref TArguments arguments, CancellationToken cancellation, out TResult result);

/// <summary>A method of a grain interface: how to call it and what its attributes say.</summary>
internal sealed class GrainMethod<TArguments, TResult>(
    string name, RequestTraits traits, TimeSpan? responseTimeout, MethodBody<TArguments, TResult> body)
{
    /// <summary>"IInterface.Method", for messages.</summary>
    public string Name { get; } = name;

    public RequestTraits Traits { get; } = traits;

    /// <summary>Null for the silo's own.</summary>
    public TimeSpan? ResponseTimeout { get; } = responseTimeout;

    public MethodBody<TArguments, TResult> Body { get; } = body;
}
