using Microsoft.Extensions.Logging;

namespace SocialLeads.Grains;

/// <summary>Every log message of the grains. Tenants and partitions are named; members never are.</summary>
internal static partial class Logs
{
    [LoggerMessage(2001, LogLevel.Information,
        "Partition {Tenant}/{Partition} recovered: {MemberCount} members, log from {FromPosition} to {ToPosition}, {ActivityCount} activities replayed")]
    public static partial void Recovered(
        ILogger logger, string tenant, int partition, int memberCount, long fromPosition, long toPosition, int activityCount);

    [LoggerMessage(2002, LogLevel.Error,
        "Partition {Tenant}/{Partition}: the log row at position {Position} is damaged and is left out")]
    public static partial void DamagedLogRow(ILogger logger, string tenant, int partition, long position);

    [LoggerMessage(2003, LogLevel.Error,
        "Partition {Tenant}/{Partition}: {MemberCount} saved states are damaged and are folded again from the log")]
    public static partial void RepairingMembers(ILogger logger, string tenant, int partition, int memberCount);

    [LoggerMessage(2004, LogLevel.Error, "Partition {Tenant}/{Partition} could not go on with what its store did or gave, and starts again from what is durable")]
    public static partial void WriteFailed(ILogger logger, string tenant, int partition, Exception reason);

    [LoggerMessage(2005, LogLevel.Debug,
        "Partition {Tenant}/{Partition} checkpoint at {Position}: {MemberCount} members, {SymbolCount} symbols")]
    public static partial void CheckpointSaved(
        ILogger logger, string tenant, int partition, long position, int memberCount, int symbolCount);

    [LoggerMessage(2006, LogLevel.Critical, "Partition {Tenant}/{Partition} could not fold the log row at position {Position}")]
    public static partial void ApplyFailed(ILogger logger, string tenant, int partition, long position, Exception reason);

    [LoggerMessage(2007, LogLevel.Warning, "Partition {Tenant}/{Partition} could not build a ranked board; whoever asks for it has it tried again")]
    public static partial void BoardNotBuilt(ILogger logger, string tenant, int partition, Exception reason);

    [LoggerMessage(2008, LogLevel.Warning,
        "Partition {Tenant}/{Partition}: {MemberCount} damaged states were folded again from a log that was trimmed and begins at position {FromPosition}, arrived at {FromArrival}; what these members did before is lost")]
    public static partial void RepairedInPart(
        ILogger logger, string tenant, int partition, int memberCount, long fromPosition, DateTimeOffset? fromArrival);

    [LoggerMessage(2009, LogLevel.Information, "Partition {Tenant}/{Partition}: the log was trimmed through position {Position}")]
    public static partial void LogTrimmed(ILogger logger, string tenant, int partition, long position);

    [LoggerMessage(2010, LogLevel.Warning, "Partition {Tenant}/{Partition} could not trim its log and tries again later")]
    public static partial void LogNotTrimmed(ILogger logger, string tenant, int partition, Exception reason);

    [LoggerMessage(2011, LogLevel.Warning, "The models of tenant {Tenant} could not be read now; what was known of them holds on")]
    public static partial void ModelsNotRead(ILogger logger, string tenant, Exception reason);

    [LoggerMessage(2012, LogLevel.Error, "Model {Model}@{Version} of tenant {Tenant} scores nobody: its stored document is damaged or not valid")]
    public static partial void ModelUnreadable(ILogger logger, string tenant, string model, int version);

    [LoggerMessage(2013, LogLevel.Warning, "What tenant {Tenant} published could not be made ready now; it is tried again")]
    public static partial void ModelNotReady(ILogger logger, string tenant, Exception reason);

    [LoggerMessage(2014, LogLevel.Information, "Model {Model}@{Version} of tenant {Tenant} has scored everybody and is what readers get")]
    public static partial void ModelReady(ILogger logger, string tenant, string model, int version);

    [LoggerMessage(2015, LogLevel.Warning, "Partition {Tenant}/{Partition} could not count filters of its log to the end now; it goes on later")]
    public static partial void FiltersNotCounted(ILogger logger, string tenant, int partition, Exception reason);

    [LoggerMessage(2016, LogLevel.Warning,
        "Partition {Tenant}/{Partition} leaves new facets out of activities, and says so once a day: it has {SymbolCount} series of at most {MaxSymbols}, and {SpentOnDay} of at most {MaxNewADay} were new on this day since it is half full")]
    public static partial void FacetsLeftOut(
        ILogger logger, string tenant, int partition, int symbolCount, int maxSymbols, int spentOnDay, int maxNewADay);
}
