using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Scores;

/// <summary>The cells of the series a reader stands at, as of a day; later days are left out. Keeps its buffer.</summary>
internal sealed class AgedCells
{
    private AgedCell[] _cells = new AgedCell[64];
    private int _count;

    public ReadOnlySpan<AgedCell> Span => _cells.AsSpan(0, _count);

    /// <summary>Reads the series.</summary>
    /// <param name="reader">Stands at the series.</param>
    /// <param name="asOfDay">The day from which ages count.</param>
    /// <param name="latestOnly">Whether what is older than the latest dated cell may be left out.</param>
    public void Read(ref PackedReader reader, int asOfDay, bool latestOnly)
    {
        _count = 0;
        var stamped = reader.Shape is CellShape.StampedSum or CellShape.Latest;
        while (reader.NextCell(out var cell))
        {
            var undated = cell.When == Cell.Remainder;
            var day = undated ? 0 : Cell.DayOf(cell.When);
            if (day > asOfDay) continue;
            if (_count == _cells.Length) Array.Resize(ref _cells, _count * 2);
            // The remainder's stamps hold the day already.
            _cells[_count++] = new(
                undated ? AgeWeights.Undated : asOfDay - day,
                stamped ? (long)day * UtcDay.Ms + cell.B : 0,
                cell.Sub,
                cell.A,
                stamped ? 0 : cell.B);
            // Newest days come first, behind the remainder.
            if (latestOnly && !undated) return;
        }
    }
}
