using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Boards;

/// <summary>
/// The boards of one partition: today's under every model, and those of past days that were asked for lately. A
/// board is built from all features when it is first wanted and follows every change from then on. A member who does much
/// is scored when somebody looks, or when enough others have changed, and not for each activity.
/// </summary>
internal sealed class BoardSet(ModelCatalog models, SymbolTable symbols, MemberTable members, int maxBoards)
{
    /// <summary>Changed members that may wait to be scored: what a reader may have to wait for, some ten milliseconds.</summary>
    private const int MaxStale = 8192;

    private readonly Dictionary<(string Model, int Version), Scorer> _scorers = [];
    private readonly Dictionary<BoardId, Board> _boards = [];
    // Most recently used last. A handful, so a list is the whole of the bookkeeping.
    private readonly List<BoardId> _byUse = [];
    private readonly List<MemberEntry> _stale = [];
    private int _keptDay = int.MinValue;

    /// <summary>A board with every change up to now.</summary>
    /// <exception cref="KeyNotFoundException">No model has this id and version.</exception>
    public Board Get(BoardId id)
    {
        ScoreStale();
        return Open(id);
    }

    /// <summary>Has a board of this day for every model, so that reads find the scores already made.</summary>
    public void Keep(int day)
    {
        _keptDay = day;
        foreach (var model in models.All) Open(new BoardId(model.Id, model.Version, day));
    }

    /// <summary>A member's features have changed.</summary>
    public void Update(MemberEntry entry)
    {
        if (entry.IsStale) return;
        entry.IsStale = true;
        _stale.Add(entry);
        if (_stale.Count >= MaxStale) ScoreStale();
    }

    private void ScoreStale()
    {
        foreach (var entry in _stale)
        {
            foreach (var board in _boards.Values) board.Update(entry);
            entry.IsStale = false;
        }

        _stale.Clear();
    }

    private Board Open(BoardId id)
    {
        _byUse.Remove(id);
        _byUse.Add(id);
        if (_boards.TryGetValue(id, out var board)) return board;
        board = new Board(ScorerOf(id), id.AsOfDay, members.Entries);
        _boards.Add(id, board);
        // Boards of the day that is kept are wanted by every commit: evicting one would have it built again at once.
        var evicted = _byUse.FindIndex(used => used.AsOfDay != _keptDay);
        if (_byUse.Count > Math.Max(maxBoards, models.All.Count + 1) && evicted >= 0)
        {
            _boards.Remove(_byUse[evicted]);
            _byUse.RemoveAt(evicted);
        }

        return board;
    }

    private Scorer ScorerOf(BoardId id)
    {
        if (_scorers.TryGetValue((id.Model, id.ModelVersion), out var scorer)) return scorer;
        scorer = new Scorer(models.Get(id.Model, id.ModelVersion), symbols);
        _scorers.Add((id.Model, id.ModelVersion), scorer);
        return scorer;
    }
}
