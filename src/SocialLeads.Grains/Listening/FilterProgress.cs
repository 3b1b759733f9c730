namespace SocialLeads.Grains.Listening;

/// <summary>How far filters over texts are counted.</summary>
/// <param name="Counted">Entries of the log that are counted of all of them.</param>
/// <param name="Total">Entries of the log.</param>
/// <param name="FromDay">
/// The first UTC day, as <see cref="DateOnly.DayNumber"/>, of which everything that arrived is counted, or will be in the end; null for
/// everything that ever arrived.
/// </param>
[GenerateSerializer, Immutable, Alias("SocialLeads.FilterProgress")]
public sealed record FilterProgress([property: Id(0)] long Counted, [property: Id(1)] long Total, [property: Id(2)] int? FromDay)
{
    /// <summary>Whether they are counted at all: all of them are of live models.</summary>
    [Id(3)]
    public bool IsCounted { get; init; } = true;

    /// <summary>Whether nothing is left to count.</summary>
    public bool IsComplete => IsCounted && Counted == Total;

    /// <summary>Of two partitions.</summary>
    public FilterProgress With(FilterProgress other) => new(
        Counted + other.Counted, Total + other.Total, FromDay is { } day ? Math.Max(day, other.FromDay ?? day) : other.FromDay)
    {
        IsCounted = IsCounted && other.IsCounted,
    };
}
