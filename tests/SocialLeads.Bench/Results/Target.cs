using System.Globalization;

namespace SocialLeads.Bench.Results;

/// <summary>What a ratio, or where there is no rival a figure, must reach.</summary>
/// <param name="Bound">The number.</param>
/// <param name="IsLeast">Whether it is the least that is wanted; otherwise the most.</param>
internal sealed record Target(double Bound, bool IsLeast)
{
    public static Target AtLeast(double bound) => new(bound, IsLeast: true);

    public static Target AtMost(double bound) => new(bound, IsLeast: false);

    public bool IsMetBy(double value) => IsLeast ? value >= Bound : value <= Bound;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsLeast ? "≥" : "≤")} {Bound:0.###}");
}
