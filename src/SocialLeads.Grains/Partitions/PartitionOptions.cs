namespace SocialLeads.Grains.Partitions;

/// <summary>How a partition works. The defaults suit a small server.</summary>
public sealed class PartitionOptions
{
    /// <summary>Activities that may wait for a commit before more are refused as overload. 50,000; at least 10,000, the largest request.</summary>
    public int MaxPendingActivities { get; set; } = 50_000;

    /// <summary>
    /// Bytes, about, that activities which wait for a commit may take in memory before more are refused as overload. 64 MiB; at
    /// least 1 MiB. A request that is larger by itself is taken when nothing waits.
    /// </summary>
    public long MaxPendingBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>Activities in one row of the log. 10,000; 1 to 100,000.</summary>
    public int MaxActivitiesPerCommit { get; set; } = 10_000;

    /// <summary>
    /// Activities after which the states are saved, which bounds what a restart replays. A partition comes to its first checkpoint sooner,
    /// so that partitions save one after another. 800,000; at least 1.
    /// </summary>
    public int CheckpointAfterActivities { get; set; } = 800_000;

    /// <summary>
    /// Members whose features changed after which the states are saved, which bounds what stays in memory for being unsaved. 200,000; at
    /// least 1.
    /// </summary>
    public int CheckpointAfterMembers { get; set; } = 200_000;

    /// <summary>Time after which changed states are saved at the latest. 30 seconds; at least 1 second.</summary>
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Days of arrival for which an activity's id is remembered, so that it never counts twice. 7; 1 to 250. Days on which nothing
    /// arrived do not count.
    /// </summary>
    public int DuplicateWindowDays { get; set; } = 7;

    /// <summary>
    /// Days of arrival for which the log is kept behind the last checkpoint. 400; 1 to 36,500, or 0 for ever. A damaged saved state
    /// is folded again from what the log has.
    /// </summary>
    public int LogRetentionDays { get; set; } = 400;

    /// <summary>
    /// Members whose features are kept in memory; of others the store is asked when they act, are scored or ranked anew. 250,000; at
    /// least 16. Members whose changes are not saved or ranked yet are kept on top of it.
    /// </summary>
    public int MaxResidentMembers { get; set; } = 250_000;

    /// <summary>
    /// Bytes of the log that are read at a time to count new filters over texts, about. 4 MiB; 1 byte to 64 MiB. What matches in them is
    /// added in one turn, in which nothing else of the partition happens.
    /// </summary>
    public int FilterSliceBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Ranked boards (one for each model and day asked about) kept up to date at a time. 6; 1 to 100, and never fewer than those
    /// of today and tomorrow and one more.
    /// </summary>
    public int MaxBoards { get; set; } = 6;

    /// <summary>
    /// Series that a partition counts: one for each kind of activity and tag, group or other facet that came with it. 250,000; 1,000 to
    /// 10,000,000. What models name is counted on top of them.
    /// </summary>
    public int MaxSymbols { get; set; } = 250_000;

    /// <summary>How many of them may be new on a UTC day of arrival when half of them are there. 20,000; 0 or more.</summary>
    public int MaxNewSymbolsADay { get; set; } = 20_000;

    /// <summary>Everything that is out of range, one sentence for each; empty when all is well.</summary>
    public IEnumerable<string> Violations()
    {
        if (MaxPendingActivities < 10_000)
            yield return $"{nameof(MaxPendingActivities)} is {MaxPendingActivities}; it must be at least 10000, the largest request.";
        if (MaxPendingBytes < 1024 * 1024)
            yield return $"{nameof(MaxPendingBytes)} is {MaxPendingBytes}; it must be at least 1048576.";
        if (MaxActivitiesPerCommit is < 1 or > 100_000)
            yield return $"{nameof(MaxActivitiesPerCommit)} is {MaxActivitiesPerCommit}; it must be from 1 to 100000.";
        if (CheckpointAfterActivities < 1)
            yield return $"{nameof(CheckpointAfterActivities)} is {CheckpointAfterActivities}; it must be at least 1.";
        if (CheckpointAfterMembers < 1)
            yield return $"{nameof(CheckpointAfterMembers)} is {CheckpointAfterMembers}; it must be at least 1.";
        if (CheckpointInterval < TimeSpan.FromSeconds(1))
            yield return $"{nameof(CheckpointInterval)} is {CheckpointInterval}; it must be at least 00:00:01.";
        if (DuplicateWindowDays is < 1 or > 250)
            yield return $"{nameof(DuplicateWindowDays)} is {DuplicateWindowDays}; it must be from 1 to 250.";
        if (LogRetentionDays is < 0 or > 36_500)
            yield return $"{nameof(LogRetentionDays)} is {LogRetentionDays}; it must be from 1 to 36500, or 0 to keep the log for ever.";
        if (MaxResidentMembers < 16)
            yield return $"{nameof(MaxResidentMembers)} is {MaxResidentMembers}; it must be at least 16.";
        if (FilterSliceBytes is < 1 or > 64 * 1024 * 1024)
            yield return $"{nameof(FilterSliceBytes)} is {FilterSliceBytes}; it must be from 1 to 67108864.";
        if (MaxBoards is < 1 or > 100)
            yield return $"{nameof(MaxBoards)} is {MaxBoards}; it must be from 1 to 100.";
        if (MaxSymbols is < 1_000 or > 10_000_000)
            yield return $"{nameof(MaxSymbols)} is {MaxSymbols}; it must be from 1000 to 10000000.";
        if (MaxNewSymbolsADay < 0)
            yield return $"{nameof(MaxNewSymbolsADay)} is {MaxNewSymbolsADay}; it must be 0 or more.";
    }
}
