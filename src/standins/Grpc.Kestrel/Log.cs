using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc;

/// <summary>Everything this project logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Call {Method} failed with {StatusCode}.")]
    public static partial void CallFailed(ILogger logger, string method, StatusCode statusCode);

    [LoggerMessage(2, LogLevel.Information, "Call {Method} was cancelled.")]
    public static partial void CallCancelled(ILogger logger, string method);

    [LoggerMessage(3, LogLevel.Error, "The handler of {Method} threw an exception.")]
    public static partial void HandlerFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(4, LogLevel.Debug, "Call {Method} exceeded its deadline.")]
    public static partial void DeadlineExceeded(ILogger logger, string method);

    [LoggerMessage(5, LogLevel.Debug, "The status of call {Method}, which exceeded its deadline, could not be sent.")]
    public static partial void DeadlineStatusNotSent(ILogger logger, string method, Exception exception);
}
