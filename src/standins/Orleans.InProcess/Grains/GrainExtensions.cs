using System.Globalization;
using Orleans.Runtime;

namespace Orleans;

/// <summary>The identity of a grain, or of a reference to one.</summary>
public static class GrainExtensions
{
    /// <exception cref="ArgumentException">Neither a reference nor a grain that the runtime made.</exception>
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        GrainReference reference => reference.GrainId,
        IGrainBase { GrainContext: { } context } => context.GrainId,
        _ => throw new ArgumentException("Neither a grain reference nor a grain made by the runtime.", nameof(grain)),
    };

    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();

    /// <exception cref="FormatException">The grain's keys are not integers.</exception>
    public static long GetPrimaryKeyLong(this IAddressable grain) =>
        long.Parse(grain.GetPrimaryKeyString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The grain's keys are not GUIDs.</exception>
    public static Guid GetPrimaryKey(this IAddressable grain) => Guid.ParseExact(grain.GetPrimaryKeyString(), "N");
}
