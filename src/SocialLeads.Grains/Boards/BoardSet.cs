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
    /// Changed members that may wait to be scored while somebody looks now and then: what a reader may have to wait for, some ten
    /// milliseconds.
    /// </summary>
    private const int MaxStaleWhenRead = 4096;

    /// <summary>
    /// The same while nobody does. The first to look waits for them, a tenth of a second or two: less than for a board that is built
    /// anew. Those who wait stay in memory.
    /// </summary>
    private const int MaxStale = 131_072;

    /// <summary>Changed members that are scored within a turn: a millisecond or two.</summary>
    private const int ScoredInATurn = 1024;

    /// <summary>Upkeeps after which a board that nobody asked for is dropped.</summary>
    private const int MaxUpkeepsUnused = 15;

    private readonly BoardBuilds _builds;
    private readonly ILiveModels _models;
    private readonly int _leastMost;
    private readonly Dictionary<BoardKey, Board> _shown = [];
    // What is shown, and what will be as soon as it has caught up.
    private readonly List<Board> _followed = [];
    private readonly Queue<MemberEntry> _stale = new();
    private int _keptDay = int.MinValue;
    private int _preparedDay = int.MinValue;
    private long _uses;
    private bool _isRead;
    private bool _wasReadSinceUpkeep;

    public BoardSet(ILiveModels models, SymbolTable symbols, MemberTable members, FeaturesOf featuresOf, int maxBoards)
    {
        _models = models;
        _leastMost = maxBoards;
        _builds = new BoardBuilds(new ScorerCache(models, symbols), new ScorerCache(models, symbols), members, featuresOf)
        {
            IsUrgent = IsKept,
            Follow = Follow,
            Show = Show,
            Abandon = board => _followed.Remove(board),
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
        _isRead = _wasReadSinceUpkeep = true;
        var board = await ShownAsync(key);
        while (_stale.Count > ScoredInATurn)
        {
            ScoreStale(ScoredInATurn);
            await Task.Yield();
            // It may have been dropped meanwhile, and then no longer follows.
            board = await ShownAsync(key);
        }

        ScoreStale(_stale.Count);
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
        (_isRead, _wasReadSinceUpkeep) = (_wasReadSinceUpkeep, false);
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
        if (entry.IsStale || _followed.Count == 0) return;
        entry.IsStale = true;
        _stale.Enqueue(entry);
        // More leave than come, and no turn scores many at once.
        if (_stale.Count > (_isRead ? MaxStaleWhenRead : MaxStale)) ScoreStale(2);
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

    /// <summary>Scores some of those who changed, who has waited longest first.</summary>
    private void ScoreStale(int members)
    {
        for (; members > 0 && _stale.TryDequeue(out var entry); members--)
        {
            foreach (var board in _followed) board.Update(entry);
            entry.IsStale = false;
        }
    }

    /// <summary>From now on the board is told of every change, of those that wait to be scored as well.</summary>
    private void Follow(Board board) => _followed.Add(board);

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
