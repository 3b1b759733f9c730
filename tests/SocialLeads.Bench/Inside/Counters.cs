using SocialLeads.Scoring.Features;

namespace SocialLeads.Bench.Inside;

/// <summary>Counts what a member's packed features hold.</summary>
internal static class Counters
{
    /// <summary>Counters (a series, or a peer of one), and the cells they have: one for each day.</summary>
    public static (int Counters, int Cells) In(ReadOnlySpan<byte> features)
    {
        if (features.IsEmpty) return (0, 0);
        var reader = new PackedReader(features);
        var (counters, cells) = (0, 0);
        while (reader.NextSeries())
        {
            var peer = long.MinValue;
            while (reader.NextCell(out var cell))
            {
                cells++;
                if (cell.Sub != peer) counters++;
                peer = cell.Sub;
            }
        }

        return (counters, cells);
    }
}
