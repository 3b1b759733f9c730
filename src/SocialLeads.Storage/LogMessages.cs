using Microsoft.Extensions.Logging;

namespace SocialLeads.Storage;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Store open in {Location}: schema {SchemaVersion}, {PartitionCount} partitions per tenant")]
    public static partial void StoreOpened(this ILogger logger, string location, int schemaVersion, int partitionCount);

    [LoggerMessage(2, LogLevel.Information, "Store closed")]
    public static partial void StoreClosed(this ILogger logger);

    [LoggerMessage(3, LogLevel.Information, "Store migrated from schema {FromVersion} to {ToVersion}")]
    public static partial void StoreMigrated(this ILogger logger, int fromVersion, int toVersion);

    [LoggerMessage(4, LogLevel.Warning,
        "The store was made with {PartitionCount} partitions per tenant and keeps them; {AskedPartitionCount} were asked for")]
    public static partial void PartitionCountKept(this ILogger logger, int partitionCount, int askedPartitionCount);

    [LoggerMessage(5, LogLevel.Warning, "A transaction of {WriteCount} writes failed; each is tried by itself")]
    public static partial void BatchFailed(this ILogger logger, int writeCount, Exception cause);

    [LoggerMessage(6, LogLevel.Warning, "The writer's connection could not be closed cleanly; another is opened for the next write")]
    public static partial void SessionCloseFailed(this ILogger logger, Exception cause);

    [LoggerMessage(7, LogLevel.Critical, "The writer has ended by a defect: nothing is written any more until the process is started again")]
    public static partial void WriterEnded(this ILogger logger, Exception cause);
}
