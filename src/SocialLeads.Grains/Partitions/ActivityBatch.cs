using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Partitions;

/// <summary>Activities of one partition's members, checked and stamped with their arrival.</summary>
/// <param name="ArrivedAtMs">When the server took them in, milliseconds since 1970-01-01 UTC.</param>
/// <param name="Activities">At least one activity.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.ActivityBatch")]
public sealed record ActivityBatch([property: Id(0)] long ArrivedAtMs, [property: Id(1)] ImmutableArray<Activity> Activities);

/// <summary>What became of a batch.</summary>
public enum RecordStatus
{
    /// <summary>Every activity is accepted or a duplicate, and the accepted ones are durable.</summary>
    Recorded = 0,

    /// <summary>Nothing was taken in: the partition has more in hand than it may hold. Send it again a little later.</summary>
    Overloaded = 1,

    /// <summary>The store could not make it durable. Whether it did is unknown; sending it again is safe.</summary>
    StoreUnavailable = 2,
}

/// <summary>The answer to a batch.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Accepted">With <see cref="RecordStatus.Recorded"/>, for each activity: true when accepted, false when a duplicate.</param>
/// <param name="FacetsLeftOut">How many facets and kinds were left out of the accepted activities because there was no room for new series.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.RecordReply")]
public sealed record RecordReply(
    [property: Id(0)] RecordStatus Status, [property: Id(1)] ImmutableArray<bool> Accepted, [property: Id(2)] int FacetsLeftOut = 0)
{
    public static RecordReply Overloaded { get; } = new(RecordStatus.Overloaded, []);

    public static RecordReply StoreUnavailable { get; } = new(RecordStatus.StoreUnavailable, []);
}
