using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Boards;

/// <summary>
/// The boards that follow members' changes, each at a pace of its own: changes are numbered and kept in a line until every board has
/// seen them. So a board that is read costs nothing of what one costs that nobody reads, and a member who changes many times before a
/// board looks is scored for it once.
/// </summary>
internal sealed class FollowedBoards
{
    private readonly List<Board> _boards = [];
    private readonly MemberEntry[] _together = new MemberEntry[64];
    // A ring: change number n is at n modulo the length, which is a power of two.
    private MemberEntry?[] _line = new MemberEntry?[1024];
    private long _first = 1;
    private long _end = 1;
    // No board has seen more.
    private long _newest;

    public IReadOnlyList<Board> All => _boards;

    /// <summary>The number that the next change will have.</summary>
    public long End => _end;

    /// <summary>From now on the board is to see every change.</summary>
    public void Add(Board board)
    {
        board.Seen = _newest = _end;
        _boards.Add(board);
    }

    public void Remove(Board board)
    {
        if (_boards.Remove(board)) Forget();
    }

    /// <summary>A member's features have changed. Returns whether the line became longer by it.</summary>
    public bool Note(MemberEntry entry)
    {
        // Of who is in line where no board has come to yet, every board will see what the features are then.
        if (_boards.Count == 0 || entry.ChangedAt >= _newest) return false;
        if (_end - _first == _line.Length) Grow();
        _line[At(_end)] = entry;
        entry.ChangedAt = _end++;
        entry.IsStale = true;
        return true;
    }

    /// <summary>Changes that a board has not seen, some of which may have been followed by another of the same member.</summary>
    public long Behind(Board board) => _end - board.Seen;

    /// <summary>Has a board look at the next changes, so many at most, and score so many members at most.</summary>
    public void CatchUp(Board board, long mostChanges, int mostScored)
    {
        var until = Math.Min(_end, board.Seen + mostChanges);
        var wasLast = board.Seen == _first;
        while (board.Seen < until && mostScored > 0)
        {
            var some = TakeNext(board, until, Math.Min(mostScored, _together.Length));
            mostScored -= some.Length;
            // Members lie all over memory. Asked for one after another before any is needed, many are on their way at a time.
            foreach (var entry in some) entry.Touch();
            foreach (var entry in some) board.Update(entry);
        }

        _newest = Math.Max(_newest, board.Seen);
        if (wasLast) Forget();
    }

    /// <summary>The members of the board's next changes, so many at most, but for those who have changed again and are in line once more.</summary>
    private ReadOnlySpan<MemberEntry> TakeNext(Board board, long until, int most)
    {
        var count = 0;
        for (; board.Seen < until && count < most; board.Seen++)
        {
            var entry = _line[At(board.Seen)]!;
            if (entry.ChangedAt == board.Seen) _together[count++] = entry;
        }

        return _together.AsSpan(0, count);
    }

    /// <summary>Forgets what every board has seen.</summary>
    private void Forget()
    {
        var seen = _end;
        foreach (var board in _boards) seen = Math.Min(seen, board.Seen);
        for (; _first < seen; _first++)
        {
            ref var entry = ref _line[At(_first)];
            if (entry!.ChangedAt == _first) entry.IsStale = false;
            entry = null;
        }
    }

    private int At(long change) => (int)(change & (_line.Length - 1));

    private void Grow()
    {
        var longer = new MemberEntry?[2 * _line.Length];
        for (var change = _first; change < _end; change++) longer[change & (longer.Length - 1)] = _line[At(change)];
        _line = longer;
    }
}
