namespace SocialLeads.Server.Clusters;

/// <summary>
/// The queries of Orleans' membership table. The names of parameters and columns are Orleans'. Whoever changes a silo's row names
/// the version of the cluster that it saw; the change and the next version become true together, or the answer is false.
/// </summary>
internal static class MembershipQueries
{
    private const string ThisSilo = "cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation";

    private const string Columns =
        """
        s.address AS Address, s.port AS Port, s.generation AS Generation, s.silo_name AS SiloName, s.host_name AS HostName,
        s.status AS Status, s.gateway_port AS ProxyPort, s.suspicions AS SuspectTimes, s.started_at AS StartTime,
        s.alive_at AS IAmAliveTime, c.version AS Version
        """;

    /// <summary>By their keys in <c>OrleansQuery</c>.</summary>
    public static IEnumerable<(string Key, string Text)> All =>
    [
        ("InsertMembershipVersionKey",
            """
            WITH added AS (
                INSERT INTO orleans_clusters (cluster, version) VALUES (@DeploymentId, 0) ON CONFLICT DO NOTHING RETURNING cluster
            )
            SELECT EXISTS (SELECT FROM added)
            """),
        // A cluster without silos is one row with nulls in the silo's columns.
        ("MembershipReadAllKey",
            $"""
            SELECT {Columns} FROM orleans_clusters c LEFT JOIN orleans_silos s USING (cluster) WHERE c.cluster = @DeploymentId
            """),
        ("MembershipReadRowKey",
            $"""
            SELECT {Columns}
            FROM orleans_clusters c LEFT JOIN (SELECT * FROM orleans_silos WHERE {ThisSilo}) s USING (cluster)
            WHERE c.cluster = @DeploymentId
            """),
        ("InsertMembershipKey",
            $"""
            WITH moved AS (
                UPDATE orleans_clusters SET version = version + 1
                WHERE cluster = @DeploymentId AND version = @Version AND NOT EXISTS (SELECT FROM orleans_silos WHERE {ThisSilo})
                RETURNING cluster
            ), added AS (
                INSERT INTO orleans_silos (
                    cluster, address, port, generation, silo_name, host_name, status, gateway_port, started_at, alive_at)
                SELECT
                    cluster, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
                FROM moved
                RETURNING cluster
            )
            SELECT EXISTS (SELECT FROM added)
            """),
        ("UpdateMembershipKey",
            $"""
            WITH moved AS (
                UPDATE orleans_clusters SET version = version + 1
                WHERE cluster = @DeploymentId AND version = @Version AND EXISTS (SELECT FROM orleans_silos WHERE {ThisSilo})
                RETURNING cluster
            ), changed AS (
                UPDATE orleans_silos SET status = @Status, suspicions = @SuspectTimes, alive_at = @IAmAliveTime
                WHERE {ThisSilo} AND EXISTS (SELECT FROM moved)
                RETURNING cluster
            )
            SELECT EXISTS (SELECT FROM changed)
            """),
        ("UpdateIAmAlivetimeKey", $"UPDATE orleans_silos SET alive_at = @IAmAliveTime WHERE {ThisSilo}"),
        // 3 is an active silo: it stays whatever it last signed.
        ("CleanupDefunctSiloEntriesKey",
            "DELETE FROM orleans_silos WHERE cluster = @DeploymentId AND alive_at < @IAmAliveTime AND status <> 3"),
        ("DeleteMembershipTableEntriesKey",
            """
            DELETE FROM orleans_silos WHERE cluster = @DeploymentId;
            DELETE FROM orleans_clusters WHERE cluster = @DeploymentId
            """),
        ("GatewaysQueryKey",
            """
            SELECT address AS Address, gateway_port AS ProxyPort, generation AS Generation
            FROM orleans_silos WHERE cluster = @DeploymentId AND status = @Status AND gateway_port > 0
            """),
    ];
}
