namespace SocialLeads.Scoring.Features;

/// <summary>What the cells of a series hold and how two of the same day merge. The numbers are persisted (two bits).</summary>
internal enum CellShape
{
    /// <summary>A sum and, where there is one, a second sum; sums add up.</summary>
    Sum = 0,

    /// <summary>A sum and the time of the latest activity; sums add up, the later time stays.</summary>
    StampedSum = 1,

    /// <summary>A value and its time; the later stays, at the same time the greater value.</summary>
    Latest = 2,

    /// <summary>A sum for each peer, or each outcome; sums add up.</summary>
    Peers = 3,
}
