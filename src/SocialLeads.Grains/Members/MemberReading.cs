using System.Collections.Immutable;

namespace SocialLeads.Grains.Members;

/// <summary>A member's features at one version, as the partition hands them out.</summary>
/// <param name="Version">
/// Above 0; 0 when the member is unknown. Equal versions of a member mean equal features.
/// </param>
/// <param name="Features">The portable features; default when they are those the asker knows, or the member is unknown.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.MemberReading")]
public sealed record MemberReading([property: Id(0)] long Version, [property: Id(1)] ImmutableArray<byte> Features)
{
    public static MemberReading Unknown { get; } = new(0, default);

    public bool IsKnown => Version > 0;
}
