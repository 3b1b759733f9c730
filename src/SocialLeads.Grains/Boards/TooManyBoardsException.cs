namespace SocialLeads.Grains.Boards;

/// <summary>A partition has as many boards waiting to be built as it holds. The same call may succeed later.</summary>
public sealed class TooManyBoardsException()
    : InvalidOperationException($"{MostWaiting} rankings of other days or models wait to be built.")
{
    /// <summary>
    /// Boards of one partition that may wait, the one that is being built included. Those of the days that are kept do not count.
    /// </summary>
    public const int MostWaiting = 64;
}
