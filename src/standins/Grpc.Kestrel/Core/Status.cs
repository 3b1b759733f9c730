namespace Grpc.Core;

/// <summary>A status code with a description for people.</summary>
/// <param name="statusCode">The outcome.</param>
/// <param name="detail">What went wrong, in words that may be shown to the caller; empty when there is nothing to say.</param>
/// <param name="debugException">The local exception behind the status. It never travels.</param>
public readonly struct Status(StatusCode statusCode, string detail, Exception? debugException)
{
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    public Status(StatusCode statusCode, string detail)
        : this(statusCode, detail, null)
    {
    }

    public StatusCode StatusCode { get; } = statusCode;

    public string Detail { get; } = detail;

    public Exception? DebugException { get; } = debugException;

    public override string ToString() => DebugException is null
        ? $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")"
        : $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\","
            + $" DebugException=\"{DebugException.GetType()}: {DebugException.Message}\")";
}
