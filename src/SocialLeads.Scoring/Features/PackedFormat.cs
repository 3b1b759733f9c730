namespace SocialLeads.Scoring.Features;

/// <summary>
/// The packed form of a member's features; every number is an unsigned LEB128 varint unless it says otherwise.
/// <code>
/// features  = version (1 byte)  over-bound bits  newest day  newest day - first day  series*
///           | version (1 byte)  over-bound bits + 2^15  series*                              without any activity
/// series    = head  [length of body in bytes, unless single]  body
/// head      = (id - id of the series before - 1, first: id) &lt;&lt; 3 | single &lt;&lt; 2 | shape
/// body      = cell+               one cell if single
///           | (peer cells)+       shape Peers, never single
/// peer      = hash (6 bytes, big-endian)  number of cells, at least 1
/// cell      = step  A &lt;&lt; 1 | B > 0  [thousands of B, if above 0]      shape Sum
///           | step  A                                      shape Peers
///           | step  A  B                                   shape StampedSum
///           | step  thousands of A, zigzag-coded  B        shape Latest
/// thousands = number / 1000 &lt;&lt; 1 if that leaves no rest, else number &lt;&lt; 1 | 1
/// step      = first cell (of a peer): 0 for the remainder, else 1 + newest day - day;
///             next ones: how much more than the one before, at least 1
/// </code>
/// Days are told by their distance from the newest, so that a recent counter takes about four bytes.
/// </summary>
internal static class PackedFormat
{
    public const byte Version = 2;
    public const int ShapeMask = 3;
    public const int SingleFlag = 4;
    public const int HeadBits = 3;
    public const int PeerHashBytes = 6;

    /// <summary>Stands among the over-bound bits for a member without any activity, who has no days.</summary>
    public const int WithoutActivityFlag = 1 << 15;

    /// <summary>The fewest bytes that a counter takes: head, step and A.</summary>
    public const int LeastCounterBytes = 3;
}
