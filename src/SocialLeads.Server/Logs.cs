namespace SocialLeads.Server;

/// <summary>Every log message of the server. Methods are named; tenants' data never is.</summary>
internal static partial class Logs
{
    [LoggerMessage(3001, LogLevel.Warning, "{Method} was answered UNAVAILABLE: the store or a grain cannot be reached")]
    public static partial void CallUnavailable(ILogger logger, string method, Exception reason);

    [LoggerMessage(3002, LogLevel.Warning, "The cluster's table could not be read; without it this node soon answers no questions")]
    public static partial void LeaseNotRenewed(ILogger logger, Exception reason);
}
