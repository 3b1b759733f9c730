using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Boards;

/// <summary>The points of a partition's members in thousandths, by the members' index.</summary>
internal sealed class MemberPoints
{
    /// <summary>What stands for a member without activity on or before the day.</summary>
    public const long None = long.MinValue;

    // As a number of 32 bits: half the memory to wait for.
    private const int NoPoints = int.MinValue;

    private int[] _points = [];

    public long this[int index]
    {
        get => index < _points.Length && _points[index] is var points && points != NoPoints ? points : None;
        set
        {
            EnsureRoom(index + 1);
            _points[index] = value == None ? NoPoints : checked((int)value);
        }
    }

    public static long Of(Scorer scorer, ReadOnlySpan<byte> features, int asOfDay) =>
        scorer.TryPoints(features, asOfDay, out var points) ? points.Thousandths : None;

    public void EnsureRoom(int count)
    {
        var length = _points.Length;
        if (count <= length) return;
        Array.Resize(ref _points, Math.Max(count, length * 2));
        Array.Fill(_points, NoPoints, length, _points.Length - length);
    }
}
