namespace SocialLeads.Storage.Models;

/// <summary>What a backend's connection for writing does to models, within the transaction at hand.</summary>
internal interface IModelRows
{
    /// <returns>The version.</returns>
    int Add(NewModelRow row, int firstVersion);

    bool TryChangeState(ModelKey key, ModelState expected, ModelState state, long atMs);

    bool Note(ModelKey key, ModelFact fact, long atMs);
}

internal readonly record struct ModelKey(byte[] Tenant, byte[] Model, int Version);

internal sealed record NewModelRow(byte[] Tenant, byte[] Model, byte[] Document, byte[] Author, byte[] Reason, long AtMs);

/// <summary>The statements that are the same for all databases.</summary>
internal static class ModelSql
{
    public const string Columns = "model, version, state, author, reason, created_ms, changed_ms, validated_ms, tried_ms, ready_ms";

    public const string Revision = "SELECT revision FROM model_revisions WHERE tenant = $1";

    public const string Models = $"SELECT {Columns} FROM models WHERE tenant = $1 ORDER BY model, version";

    public const string Document = "SELECT crc, document FROM models WHERE tenant = $1 AND model = $2 AND version = $3";

    /// <summary>Done first by every change: it holds back others who change the same tenant's models until the transaction ends.</summary>
    public const string Advance =
        """
        INSERT INTO model_revisions (tenant, revision) VALUES ($1, 1)
        ON CONFLICT (tenant) DO UPDATE SET revision = model_revisions.revision + 1
        """;

    public const string Newest = "SELECT max(version) FROM models WHERE tenant = $1 AND model = $2";

    public const string Insert =
        """
        INSERT INTO models (tenant, model, version, state, author, reason, created_ms, changed_ms, validated_ms, crc, document)
        VALUES ($1, $2, $3, 1, $4, $5, $6, $6, $6, $7, $8)
        """;

    public const string ChangeState =
        "UPDATE models SET state = $5, changed_ms = $6 WHERE tenant = $1 AND model = $2 AND version = $3 AND state = $4 RETURNING version";

    public static string Note(ModelFact fact) =>
        $"UPDATE models SET {ColumnOf(fact)} = $4 WHERE tenant = $1 AND model = $2 AND version = $3 RETURNING version";

    private static string ColumnOf(ModelFact fact) => fact switch
    {
        ModelFact.Validated => "validated_ms",
        ModelFact.Tried => "tried_ms",
        ModelFact.Ready => "ready_ms",
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "There is no such fact."),
    };
}
