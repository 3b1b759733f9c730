namespace SocialLeads.Grains.Listening;

/// <summary>Positions of a partition's log that stand in a row, at least one.</summary>
/// <param name="After">The position before the first, 0 or more.</param>
/// <param name="Through">The last.</param>
internal readonly record struct LogRange(long After, long Through)
{
    public long Length => Through - After;

    public bool Holds(long position) => position > After && position <= Through;
}
