using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Boards;

/// <summary>
/// The boards that are wanted and not yet there. They are built one after another, urgent ones first, so that whatever is
/// asked for at once, a partition takes one core at most beside its turns and holds one unfinished board. Of those that are not
/// urgent, <see cref="TooManyBoardsException.MostWaiting"/> wait at most.
/// </summary>
/// <param name="scorers">For the builds, which score beside the turns.</param>
/// <param name="updates">For the boards, which score within them.</param>
/// <param name="members">The partition's members.</param>
/// <param name="featuresOf">Their features.</param>
internal sealed class BoardBuilds(ScorerCache scorers, ScorerCache updates, MemberTable members, FeaturesOf featuresOf)
{
    private readonly List<BoardBuild> _wanted = [];
    private bool _isStopped;
    private BoardBuild? _scoring;
    private NameOrder _names = new([]);
    private Task _running = Task.CompletedTask;

    /// <summary>Whether a board goes before others.</summary>
    public required Predicate<BoardKey> IsUrgent { get; init; }

    /// <summary>Takes a board that everybody is ranked in, and has to be told of changes from now on.</summary>
    public required Action<Board> Follow { get; init; }

    /// <summary>Takes a board that is whole.</summary>
    public required Action<Board> Show { get; init; }

    /// <summary>Takes back a board that was to be followed.</summary>
    public required Action<Board> Abandon { get; init; }

    public Action<Exception> Failed { get; set; } = _ => { };

    /// <summary>The build of a board, begun now if nobody wanted it before.</summary>
    /// <exception cref="KeyNotFoundException">No model has this id and version.</exception>
    /// <exception cref="TooManyBoardsException">Nobody wanted it before, it is not urgent, and as many as may wait do.</exception>
    public BoardBuild Want(BoardKey key)
    {
        if (_wanted.Find(one => one.Key == key) is { } known) return known;
        ObjectDisposedException.ThrowIf(_isStopped, this);
        if (!IsUrgent(key) && _wanted.Count(one => !IsUrgent(one.Key)) >= TooManyBoardsException.MostWaiting) throw new TooManyBoardsException();
        var build = new BoardBuild(key, scorers.Of(key.Id, key.ByCompany), members, featuresOf);
        _wanted.Add(build);
        if (_running.IsCompleted) _running = BuildAllAsync();
        return build;
    }

    public void Changed(MemberEntry entry) => _scoring?.Changed(entry);

    /// <summary>Ends what is being built at its next slice, and completes when it has ended. Nothing is built any more.</summary>
    public Task StopAsync()
    {
        _isStopped = true;
        foreach (var build in _wanted) build.Cancel();
        return _running;
    }

    private async Task BuildAllAsync()
    {
        while ((_wanted.Find(one => IsUrgent(one.Key)) ?? _wanted.FirstOrDefault()) is { } build)
        {
            try
            {
                await BuildAsync(build);
            }
            catch (Exception reason)
            {
                build.Fail(reason);
                if (!_isStopped) Failed(reason);
            }
            finally
            {
                _scoring = null;
                _wanted.Remove(build);
            }
        }
    }

    private async Task BuildAsync(BoardBuild build)
    {
        _scoring = build;
        var board = await build.ScoreAllAsync(updates.Of(build.Key.Id, build.Key.ByCompany), _names);
        _names = build.Names!;
        // Within this turn: whoever changed until now is in the build's list, whoever changes from now on in the followers'.
        _scoring = null;
        Follow(board);
        try
        {
            await CatchUpAsync(build, board);
        }
        catch (Exception)
        {
            Abandon(board);
            throw;
        }

        Show(board);
        build.Complete(board);
    }

    private static async Task CatchUpAsync(BoardBuild build, Board board)
    {
        foreach (var slice in build.ChangedSlices())
        {
            var versions = Array.ConvertAll(slice, entry => entry.Version);
            var points = await build.ScoreAsync(slice);
            for (var i = 0; i < slice.Length; i++)
            {
                if (slice[i].Version == versions[i]) board.Place(slice[i], points[i]);
            }
        }
    }
}
