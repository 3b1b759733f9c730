using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.InProcess.Runtime;

/// <summary>
/// What the runtime logs. A grain is named by its type: its key may be a person's identity.
/// </summary>
internal sealed partial class Log(ILogger<Log> logger)
{
    public void ActivationFailed(Exception exception, GrainId grain) => ActivationFailed(exception, grain.Type.ToString());

    public void DeactivationFailed(Exception exception, GrainId grain) => DeactivationFailed(exception, grain.Type.ToString());

    public void DisposalFailed(Exception exception, GrainId grain) => DisposalFailed(exception, grain.Type.ToString());

    public void TimerFailed(Exception exception, GrainId grain) => TimerFailed(exception, grain.Type.ToString());

    [LoggerMessage(1, LogLevel.Information, "Silo started. GrainClasses={GrainClasses}")]
    public partial void Started(int grainClasses);

    [LoggerMessage(2, LogLevel.Information, "Silo stopped. ActivationsLeft={ActivationsLeft}")]
    public partial void Stopped(int activationsLeft);

    [LoggerMessage(3, LogLevel.Warning, "No answer within {TimeoutMs} ms. Method={Method}")]
    public partial void TimedOut(double timeoutMs, string method);

    [LoggerMessage(4, LogLevel.Warning, "A one-way call failed. Method={Method}")]
    public partial void OneWayCallFailed(Exception exception, string method);

    [LoggerMessage(5, LogLevel.Error, "Activation failed. GrainType={GrainType}")]
    private partial void ActivationFailed(Exception exception, string grainType);

    [LoggerMessage(6, LogLevel.Error, "OnDeactivateAsync failed. GrainType={GrainType}")]
    private partial void DeactivationFailed(Exception exception, string grainType);

    [LoggerMessage(7, LogLevel.Warning, "Disposing a grain or its services failed. GrainType={GrainType}")]
    private partial void DisposalFailed(Exception exception, string grainType);

    [LoggerMessage(8, LogLevel.Warning, "A timer's callback failed. GrainType={GrainType}")]
    private partial void TimerFailed(Exception exception, string grainType);

    [LoggerMessage(9, LogLevel.Debug, "A call failed. Method={Method}")]
    public partial void CallFailed(Exception exception, string method);
}
