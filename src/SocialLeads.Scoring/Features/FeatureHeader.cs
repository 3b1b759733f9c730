namespace SocialLeads.Scoring.Features;

/// <summary>What a member's packed features say about themselves.</summary>
/// <param name="FirstDay">The first day with an activity, however old; see <see cref="Activities.UtcDay"/>.</param>
/// <param name="NewestDay">The newest day with an activity.</param>
/// <param name="OverBound">Bit n: counters of dimension n were dropped (bit 7: peers); see <see cref="FeatureBounds"/>.</param>
public readonly record struct FeatureHeader(int FirstDay, int NewestDay, int OverBound)
{
    /// <summary>Reads the header of packed features.</summary>
    /// <returns>Null for a member without any activity (empty features).</returns>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static FeatureHeader? Read(ReadOnlySpan<byte> features) =>
        features.IsEmpty ? null : new PackedReader(features).Header;

    /// <summary>The header of the features of both.</summary>
    internal FeatureHeader With(FeatureHeader other) => new(
        Math.Min(FirstDay, other.FirstDay), Math.Max(NewestDay, other.NewestDay), OverBound | other.OverBound);
}
