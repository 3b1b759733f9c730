namespace SocialLeads.Storage.Models;

/// <summary>What is stored of a version of a model, apart from its document. Times are milliseconds since 1970-01-01 UTC.</summary>
public sealed record StoredModel
{
    /// <summary>The id of the model.</summary>
    public required string Model { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required ModelState State { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>Why it was written.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was stored.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>When its state changed last; when it was stored, if never.</summary>
    public required long ChangedAtMs { get; init; }

    /// <summary>When its document was last found valid; null if never.</summary>
    public long? ValidatedAtMs { get; init; }

    /// <summary>When it was last replayed over history; null if never.</summary>
    public long? TriedAtMs { get; init; }

    /// <summary>When everybody had been scored by it after it was published; null before.</summary>
    public long? ReadyAtMs { get; init; }
}

/// <summary>All versions of a tenant's models as of one moment.</summary>
/// <param name="Revision">Grows with every change of any of them; 0 before the first.</param>
/// <param name="Models">By the UTF-8 bytes of the id, then by version.</param>
public sealed record SavedModels(long Revision, IReadOnlyList<StoredModel> Models);

/// <summary>A stored document.</summary>
/// <param name="Text">The document.</param>
/// <param name="Damaged">Whether it is not what was stored.</param>
public sealed record SavedModelDocument(string Text, bool Damaged);
