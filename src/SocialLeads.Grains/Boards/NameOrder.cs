using SocialLeads.Scoring;

namespace SocialLeads.Grains.Boards;

/// <summary>
/// Members in the order of their ids, which settles equal points. Ids never change and members only come, so it is made once and used
/// for board after board until somebody comes: reading ids to compare them is mostly waiting for memory. Immutable.
/// </summary>
internal sealed class NameOrder
{
    private readonly string[] _names;
    private readonly int[] _indices;

    /// <param name="members">The members' ids, by index.</param>
    public NameOrder(string[] members)
    {
        _indices = [.. Enumerable.Range(0, members.Length)];
        var beginnings = CodePointOrder.Beginnings(members);
        Array.Sort(beginnings, _indices);
        for (var start = 0; start < beginnings.Length;)
        {
            var end = start + 1;
            while (end < beginnings.Length && beginnings[end] == beginnings[start]) end++;
            if (end - start > 1)
                _indices.AsSpan(start, end - start).Sort((left, right) => CodePointOrder.Compare(members[left], members[right]));
            start = end;
        }

        _names = Array.ConvertAll(_indices, index => members[index]);
    }

    /// <summary>How many members there were when it was made: those of the first indices.</summary>
    public int Count => _indices.Length;

    /// <summary>The index of the member at a place, from 0.</summary>
    public int IndexAt(int place) => _indices[place];

    /// <summary>The id of the member at a place.</summary>
    public string NameAt(int place) => _names[place];
}
