namespace SocialLeads.Scoring.Features;

/// <summary>What a member's packed features say about themselves.</summary>
/// <param name="FirstDay">
/// The first day with an activity, however old; see <see cref="Activities.UtcDay"/>. Outcomes are none: behind every day there is
/// for a member of whom nothing else is known.
/// </param>
/// <param name="NewestDay">The newest day with an activity; before every day there is for a member without any.</param>
/// <param name="OverBound">Bit n: counters of dimension n were dropped (bit 7: peers, bit 10: outcomes); see <see cref="FeatureBounds"/>.</param>
public readonly record struct FeatureHeader(int FirstDay, int NewestDay, int OverBound)
{
    /// <summary>That of a member without any activity.</summary>
    internal static FeatureHeader WithoutActivity { get; } = new(int.MaxValue, -1, 0);

    /// <summary>Whether the member did anything; one of whom only outcomes are known did not.</summary>
    public bool HasActivity => NewestDay >= 0;

    /// <summary>Reads the header of packed features.</summary>
    /// <returns>Null for a member of whom nothing is known (empty features).</returns>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static FeatureHeader? Read(ReadOnlySpan<byte> features) =>
        features.IsEmpty ? null : new PackedReader(features).Header;

    /// <summary>The header of the features of both.</summary>
    internal FeatureHeader With(FeatureHeader other) => new(
        Math.Min(FirstDay, other.FirstDay), Math.Max(NewestDay, other.NewestDay), OverBound | other.OverBound);
}
