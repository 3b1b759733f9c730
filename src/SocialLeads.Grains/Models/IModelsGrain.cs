using Orleans.Concurrency;

namespace SocialLeads.Grains.Models;

/// <summary>The one place where a tenant's models change. Its key is the tenant.</summary>
[Alias("SocialLeads.IModelsGrain")]
public interface IModelsGrain : IGrainWithStringKey
{
    /// <summary>Stores a draft whose document is valid. <see cref="ModelReply.Version"/> is its number.</summary>
    [Alias("Add")]
    Task<ModelReply> Add(ModelDraft draft);

    /// <summary>
    /// Publishes a draft. It is durable when the task completes; everybody is scored by it from then on, and it is what readers get
    /// who name no version when its boards are whole in every partition.
    /// </summary>
    [Alias("Publish")]
    Task<ModelReply> Publish(string model, int version);

    /// <summary>Retires a published version, or a draft that is not to be.</summary>
    [Alias("Retire")]
    Task<ModelReply> Retire(string model, int version);

    /// <summary>Records that a version was replayed over history.</summary>
    [Alias("NoteTried")]
    Task<ModelReply> NoteTried(string model, int version);

    /// <summary>Goes on with what was published and is not ready yet, after a restart for one.</summary>
    [OneWay]
    [Alias("CatchUp")]
    Task CatchUp();
}

/// <summary>A version to store.</summary>
/// <param name="Model">The id, as the document has it.</param>
/// <param name="Document">A valid document.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.ModelDraft")]
public sealed record ModelDraft(
    [property: Id(0)] string Model, [property: Id(1)] string Document, [property: Id(2)] string Author, [property: Id(3)] string Reason);

/// <summary>What became of a change.</summary>
public enum ModelReplyStatus
{
    /// <summary>It is durable.</summary>
    Done = 0,

    /// <summary>There is no such version.</summary>
    NotFound = 1,

    /// <summary>The version is not in a state that allows it, or somebody else was faster.</summary>
    WrongState = 2,

    /// <summary>The version is a pack's, which does not change.</summary>
    IsPack = 3,

    /// <summary>As many versions are published as may be.</summary>
    TooManyLive = 4,

    /// <summary>As many versions are stored as may be.</summary>
    TooManyVersions = 5,
}

/// <summary>The answer to a change.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Version">The version that was changed.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.ModelReply")]
public sealed record ModelReply([property: Id(0)] ModelReplyStatus Status, [property: Id(1)] int Version);
