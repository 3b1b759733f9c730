namespace SocialLeads.Server.Clusters;

/// <summary>
/// The queries of Orleans' grain storage. Whoever writes names the version that was read, or null when there was none;
/// no row comes back when somebody else wrote meanwhile. The hashes of keys that Orleans sends along are not needed: the primary key finds a state.
/// </summary>
internal static class StateQueries
{
    private const string ThisState =
        """
        service = @ServiceId AND grain_type = @GrainTypeString AND key0 = @GrainIdN0 AND key1 = @GrainIdN1
        AND key_text = coalesce(@GrainIdExtensionString, '')
        """;

    /// <summary>By their keys in <c>OrleansQuery</c>.</summary>
    public static IEnumerable<(string Key, string Text)> All =>
    [
        ("ReadFromStorageKey", $"SELECT state AS PayloadBinary, version AS Version FROM orleans_states WHERE {ThisState}"),
        ("WriteToStorageKey",
            $"""
            WITH added AS (
                INSERT INTO orleans_states (service, grain_type, key0, key1, key_text, version, state)
                SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''), 1, @PayloadBinary
                WHERE @GrainStateVersion IS NULL
                ON CONFLICT DO NOTHING
                RETURNING version
            ), replaced AS (
                UPDATE orleans_states SET state = @PayloadBinary, version = version + 1
                WHERE {ThisState} AND version = @GrainStateVersion
                RETURNING version
            )
            SELECT version AS NewGrainStateVersion FROM added UNION ALL SELECT version FROM replaced
            """),
        ("ClearStorageKey",
            $"""
            UPDATE orleans_states SET state = NULL, version = version + 1 WHERE {ThisState} AND version = @GrainStateVersion
            RETURNING version AS NewGrainStateVersion
            """),
        ("DeleteStorageKey",
            $"""
            DELETE FROM orleans_states WHERE {ThisState} AND version = @GrainStateVersion
            RETURNING version + 1 AS NewGrainStateVersion
            """),
    ];
}
