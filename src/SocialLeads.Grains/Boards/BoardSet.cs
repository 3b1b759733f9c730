using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Grains.Boards;

/// <summary>
/// The boards of one partition: those of the days that are kept under every live model, and those of past days that were asked
/// for lately. A board is built beside the partition's work when it is first wanted, is shown when it is whole, and follows
/// every change from then on. A member who does much is scored when somebody looks, or when enough others have changed, and
/// not for each activity; as long as nobody looks, only when very many have.
/// </summary>
internal sealed class BoardSet
{
    /// <summary>
    /// Changes that a board may be behind while somebody looks at it now and then: what a reader may have to wait for, some ten
    /// milliseconds.
    /// </summary>
    private const int MostBehindWhenRead = 4096;

    /// <summary>
    /// The same while nobody does. The first to look waits for them, a tenth of a second or two: less than for a board that is built
    /// anew. Those who wait stay in memory.
    /// </summary>
    private const int MostBehind = 131_072;

    /// <summary>Changed members that are scored within a turn: a millisecond or two.</summary>
    private const int ScoredInATurn = 1024;

    /// <summary>Upkeeps for which a board counts as read after it was.</summary>
    private const int UpkeepsRead = 2;

    /// <summary>Upkeeps after which a board that nobody asked for is dropped.</summary>
    private const int MaxUpkeepsUnused = 15;

    private readonly BoardBuilds _builds;
    private readonly ILiveModels _models;
    private readonly int _leastMost;
    private readonly Dictionary<BoardKey, Board> _shown = [];
    // What is shown, and what will be as soon as it has caught up.
    private readonly FollowedBoards _followed = new();
    private int _keptDay = int.MinValue;
    private int _preparedDay = int.MinValue;
    private long _uses;

    public BoardSet(ILiveModels models, SymbolTable symbols, MemberTable members, FeaturesOf featuresOf, int maxBoards)
    {
        _models = models;
        _leastMost = maxBoards;
        _builds = new BoardBuilds(new ScorerCache(models, symbols), new ScorerCache(models, symbols), members, featuresOf)
        {
            IsUrgent = IsKept,
            Follow = _followed.Add,
            Show = Show,
            Abandon = _followed.Remove,
        };
    }

    /// <summary>Called when a board could not be built. Whoever waits for it is told, too.</summary>
    public Action<Exception> BuildFailed { get => _builds.Failed; set => _builds.Failed = value; }

    /// <summary>How many boards are whole.</summary>
    public int Count => _shown.Count;

    private int Most => Math.Max(_leastMost, 2 * _models.Live.Count + 1);

    /// <summary>A board with every change up to now, at once if there is one, else when it is built.</summary>
    /// <exception cref="KeyNotFoundException">No model has this id and version.</exception>
    /// <exception cref="TooManyBoardsException">There is none, and too many others wait to be built.</exception>
    public async ValueTask<Board> GetAsync(BoardKey key)
    {
        var board = await ShownAsync(key);
        // Who asks gets what has changed until now. What comes meanwhile is no reason to wait longer.
        var until = _followed.End;
        while (board.Seen < until && _followed.Behind(board) > ScoredInATurn)
        {
            _followed.CatchUp(board, until - board.Seen, ScoredInATurn);
            await Task.Yield();
            // It may have been dropped meanwhile, and then no longer follows.
            board = await ShownAsync(key);
        }

        if (_followed.Behind(board) <= ScoredInATurn) _followed.CatchUp(board, ScoredInATurn, ScoredInATurn);
        board.UpkeepsUnread = 0;
        return board;
    }

    /// <summary>Has boards of this day, which is today, for every model, so that reads find the scores already made.</summary>
    public void Keep(int day)
    {
        if (day == _keptDay) return;
        _keptDay = day;
        WantAll(day);
    }

    /// <summary>
    /// What is due now and then: the boards of today and of the next day that is to come soon are there or being built, and
    /// those that nobody has asked for lately are dropped.
    /// </summary>
    public void Upkeep(int today, int soon)
    {
        (_keptDay, _preparedDay) = (today, soon);
        foreach (var board in _followed.All) board.UpkeepsUnread = Math.Min(board.UpkeepsUnread, UpkeepsRead) + 1;
        WantAll(today);
        WantAll(soon);
        foreach (var board in _shown.Values.Where(board => !IsKept(board.Key)).ToList())
        {
            if (board.UpkeepsUnused++ >= MaxUpkeepsUnused) Drop(board);
        }
    }

    /// <summary>A member's features have changed.</summary>
    public void Update(MemberEntry entry)
    {
        _builds.Changed(entry);
        if (!_followed.Note(entry)) return;
        for (var i = _followed.All.Count - 1; i >= 0; i--) KeepUp(_followed.All[i]);
    }

    /// <summary>Builds no more. What is being built ends at its next slice.</summary>
    public Task StopAsync() => _builds.StopAsync();

    /// <summary>Whether a board stays whether it is asked for or not: until its day has passed or its model is retired.</summary>
    private bool IsKept(BoardKey key) =>
        (key.Id.AsOfDay == _keptDay || key.Id.AsOfDay == _preparedDay)
        && _models.Live.Contains(new ModelRef(key.Id.Model, key.Id.ModelVersion))
        && key == KeyOf(key.Id);

    /// <summary>The board by which members are ranked.</summary>
    private BoardKey KeyOf(BoardId id) => new(id, _models.Get(id.Model, id.ModelVersion).Colleagues is not null);

    private void WantAll(int day)
    {
        foreach (var model in _models.Live)
        {
            var key = KeyOf(new BoardId(model.Model, model.Version, day));
            if (!_shown.ContainsKey(key)) _builds.Want(key);
        }
    }

    private async ValueTask<Board> ShownAsync(BoardKey key)
    {
        if (!_shown.TryGetValue(key, out var board)) board = await _builds.Want(key).Ready;
        Use(board);
        return board;
    }

    /// <summary>A board that is further behind than it may be goes on two steps for one, so that no turn scores many at once.</summary>
    private void KeepUp(Board board)
    {
        var behind = _followed.Behind(board);
        if (behind <= MostBehindWhenRead) return;
        var isKept = IsKept(board.Key);
        if (behind <= (isKept && board.UpkeepsUnread < UpkeepsRead ? MostBehindWhenRead : MostBehind)) return;
        if (isKept || !_shown.ContainsKey(board.Key)) _followed.CatchUp(board, 2, 2);
        // To build it anew, if it is asked for again, takes less than to follow all that comes.
        else Drop(board);
    }

    private void Show(Board board)
    {
        Use(board);
        _shown.Add(board.Key, board);
        while (_shown.Count > Most && _shown.Values.Where(one => !IsKept(one.Key)).MinBy(one => one.LastUse) is { } unused)
            Drop(unused);
    }

    private void Drop(Board board)
    {
        _shown.Remove(board.Key);
        _followed.Remove(board);
    }

    private void Use(Board board)
    {
        board.LastUse = ++_uses;
        board.UpkeepsUnused = 0;
    }
}
