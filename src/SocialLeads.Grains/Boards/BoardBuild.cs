using SocialLeads.Grains.Companies;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Boards;

/// <summary>
/// The building of one board, while its partition works on. Members are scored a slice at a time beside the partition's turns,
/// from features that nobody writes to; those who change behind the slice are remembered and scored again at the end.
/// </summary>
/// <param name="key">The board.</param>
/// <param name="scorer">A scorer of the model that the build has to itself.</param>
/// <param name="members">The partition's members.</param>
/// <param name="featuresOf">Their features.</param>
internal sealed class BoardBuild(BoardKey key, Scorer scorer, MemberTable members, FeaturesOf featuresOf)
{
    /// <summary>Members in a slice: some milliseconds of scoring beside the turns, for less than one within a turn that finds their features.</summary>
    public const int SliceLength = 4096;

    /// <summary>Members whose features are fetched at once: as much as stays in a processor's nearer caches until it is scored.</summary>
    private const int FetchedTogether = 256;

    /// <summary>Bytes that a processor fetches at once.</summary>
    private const int CacheLine = 64;

    private readonly TaskCompletionSource<Board> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MemberPoints _points = new();
    private readonly PartitionCompanies? _companies = key.ByCompany ? new(scorer.Model) : null;
    private readonly HashSet<MemberEntry> _changed = [];
    private int _next;
    // Those who come later count as changed: who is slower than they are would never end.
    private int _count;
    private bool _isCancelled;

    public BoardKey Key => key;

    /// <summary>The order of those who are ranked, once they are.</summary>
    public NameOrder? Names { get; private set; }

    /// <summary>Completes when the board is whole.</summary>
    public Task<Board> Ready => _ready.Task;

    /// <summary>A member's features have changed, or are new. Members of slices to come will be scored with what they have then.</summary>
    public void Changed(MemberEntry entry)
    {
        if (entry.Index < _next || entry.Index >= _count) _changed.Add(entry);
    }

    /// <summary>Those who changed after they were scored, in slices.</summary>
    public IEnumerable<MemberEntry[]> ChangedSlices() => _changed.Chunk(SliceLength);

    /// <summary>
    /// Scores and ranks everybody. Whoever is among <see cref="ChangedSlices"/> then may stand where earlier features put him.
    /// </summary>
    /// <param name="updates">A scorer of the model for what the board scores later.</param>
    /// <param name="names">The order of the members when a board was built before.</param>
    /// <exception cref="OperationCanceledException">It was cancelled meanwhile.</exception>
    public async Task<Board> ScoreAllAsync(Scorer updates, NameOrder names)
    {
        _count = members.Count;
        _points.EnsureRoom(_count);
        // Of those whose order is known the ids are not looked at again.
        var ids = names.Count == _count ? [] : new string[_count];
        while (_next < _count)
        {
            var start = _next;
            var slice = members.Slice(start, Math.Min(SliceLength, _count - start));
            _next += slice.Length;
            var features = await featuresOf(slice);
            await BesideTurns(() => Score(start, slice, features));
            for (var i = 0; ids.Length > 0 && i < slice.Length; i++) ids[start + i] = slice[i].Member;
        }

        Names = names.Count == _count ? names : await BesideTurns(() => new NameOrder(ids));
        var ranked = new RankedList(await BesideTurns(() => new PackedRanking(_points, Names).Cut()));
        return _companies is null
            ? new Board(key, updates, _points, ranked)
            : new CompanyBoard(key, updates, _points, ranked, members, _companies);
    }

    /// <summary>The points of a slice of members.</summary>
    public async Task<OwnPoints[]> ScoreAsync(MemberEntry[] slice)
    {
        var features = await featuresOf(slice);
        return await BesideTurns(() => Array.ConvertAll(features, Score));
    }

    /// <summary>Lets it end at its next slice.</summary>
    public void Cancel() => _isCancelled = true;

    public void Complete(Board board) => _ready.SetResult(board);

    public void Fail(Exception reason)
    {
        _ready.SetException(reason);
        // Boards are prepared, too, when nobody waits for them.
        _ = _ready.Task.Exception;
    }

    private Task<T> BesideTurns<T>(Func<T> work) =>
        _isCancelled ? Task.FromException<T>(new OperationCanceledException("The board is no longer wanted.")) : Task.Run(work);

    private OwnPoints Score(byte[] features) => OwnPoints.Of(scorer, features, key.Id.AsOfDay);

    /// <summary>Beside the partition's turns. Nobody else reads or writes the points of the slice meanwhile.</summary>
    private int Score(int start, MemberEntry[] slice, byte[][] features)
    {
        // A member's index is not asked for: the members, too, lie all over memory.
        for (var i = 0; i < features.Length; i++)
        {
            if (i % FetchedTogether == 0) Fetch(features.AsSpan(i, Math.Min(FetchedTogether, features.Length - i)));
            var own = Score(features[i]);
            _points[start + i] = _companies?.Place(slice[i], own) ?? own.Thousandths;
        }

        return slice.Length;
    }

    /// <summary>
    /// Features lie all over memory. Asking for a byte of each line of many has a processor fetch them all at a time, and scoring need not wait
    /// for one after another.
    /// </summary>
    private static int Fetch(ReadOnlySpan<byte[]> features)
    {
        var bytes = 0;
        foreach (var one in features)
        {
            for (var i = one.Length - 1; i >= 0; i -= CacheLine) bytes ^= one[i];
        }

        return bytes;
    }
}

/// <summary>The features of members as they are now, wherever they are. The arrays are never written to.</summary>
internal delegate ValueTask<byte[][]> FeaturesOf(MemberEntry[] members);
