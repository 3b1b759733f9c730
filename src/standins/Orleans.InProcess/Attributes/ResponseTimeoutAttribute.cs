namespace Orleans;

/// <summary>
/// How long a caller of the method, on a grain interface, waits before it gets a <see cref="TimeoutException"/>.
/// The call itself goes on.
/// </summary>
/// <param name="timeout">As <see cref="TimeSpan.Parse(string)"/> reads it, for example "00:00:05".</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResponseTimeoutAttribute(string timeout) : Attribute
{
    public TimeSpan? Timeout { get; init; } = TimeSpan.Parse(timeout, System.Globalization.CultureInfo.InvariantCulture);
}
