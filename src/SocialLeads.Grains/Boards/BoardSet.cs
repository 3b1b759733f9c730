using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Boards;

/// <summary>
/// The boards of one partition: today's under every model, and those of past days that were asked for lately. A
/// board is built from all features when it is first wanted and follows every change from then on.
/// </summary>
internal sealed class BoardSet(ModelCatalog models, SymbolTable symbols, MemberTable members, int maxBoards)
{
    private readonly Dictionary<string, Scorer> _scorers = new(StringComparer.Ordinal);
    private readonly Dictionary<BoardId, Board> _boards = [];
    // Most recently used last. A handful, so a list is the whole of the bookkeeping.
    private readonly List<BoardId> _byUse = [];

    /// <exception cref="KeyNotFoundException">No model has this id and version.</exception>
    public Board Get(BoardId id)
    {
        _byUse.Remove(id);
        _byUse.Add(id);
        if (_boards.TryGetValue(id, out var board)) return board;
        board = new Board(ScorerOf(id), id.AsOfDay, members.Entries);
        _boards.Add(id, board);
        if (_byUse.Count > Math.Max(maxBoards, models.All.Count))
        {
            _boards.Remove(_byUse[0]);
            _byUse.RemoveAt(0);
        }

        return board;
    }

    /// <summary>Has a board of this day for every model, so that reads find the scores already made.</summary>
    public void Keep(int day)
    {
        foreach (var model in models.All) Get(new BoardId(model.Id, model.Version, day));
    }

    public void Update(MemberEntry entry)
    {
        foreach (var board in _boards.Values) board.Update(entry);
    }

    private Scorer ScorerOf(BoardId id)
    {
        if (_scorers.TryGetValue(id.Model, out var scorer)) return scorer;
        scorer = new Scorer(models.Get(id.Model, id.ModelVersion), symbols);
        _scorers.Add(id.Model, scorer);
        return scorer;
    }
}
