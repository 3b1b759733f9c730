namespace SocialLeads.Server.Clusters;

/// <summary>
/// The queries of Orleans' reminder table. Silos share the reminders by ranges of the grains' hashes; a range that goes round the end of the
/// ring begins behind its end.
/// </summary>
internal static class ReminderQueries
{
    private const string Columns =
        "grain AS GrainId, name AS ReminderName, started_at AS StartTime, period_ms AS Period, version AS Version";

    /// <summary>By their keys in <c>OrleansQuery</c>.</summary>
    public static IEnumerable<(string Key, string Text)> All =>
    [
        ("ReadReminderRowsKey", $"SELECT {Columns} FROM orleans_reminders WHERE service = @ServiceId AND grain = @GrainId"),
        ("ReadReminderRowKey",
            $"SELECT {Columns} FROM orleans_reminders WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName"),
        ("ReadRangeRows1Key",
            $"""
            SELECT {Columns} FROM orleans_reminders
            WHERE service = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash
            """),
        ("ReadRangeRows2Key",
            $"""
            SELECT {Columns} FROM orleans_reminders
            WHERE service = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)
            """),
        ("UpsertReminderRowKey",
            """
            INSERT INTO orleans_reminders (service, grain, name, grain_hash, started_at, period_ms, version)
            VALUES (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period, 0)
            ON CONFLICT (service, grain, name) DO UPDATE
            SET grain_hash = excluded.grain_hash, started_at = excluded.started_at, period_ms = excluded.period_ms,
                version = orleans_reminders.version + 1
            RETURNING version AS Version
            """),
        ("DeleteReminderRowKey",
            """
            WITH deleted AS (
                DELETE FROM orleans_reminders
                WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName AND version = @Version
                RETURNING version
            )
            SELECT EXISTS (SELECT FROM deleted)
            """),
        ("DeleteReminderRowsKey", "DELETE FROM orleans_reminders WHERE service = @ServiceId"),
    ];
}
