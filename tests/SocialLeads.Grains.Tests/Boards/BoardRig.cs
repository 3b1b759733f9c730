using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Packs;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Tests.Boards;

/// <summary>A set of boards over members that a test has act, in turns like a grain's, with every slice of a build in the test's hand.</summary>
internal sealed class BoardRig
{
    private readonly SymbolTable _symbols = new();
    private readonly FeatureFold _fold;
    private readonly ModelCatalog _packs = new(ModelPacks.Load());
    private long _position;
    private int _ids;

    public BoardRig(int maxBoards = 6)
    {
        _fold = new FeatureFold(_symbols);
        Live = new SettableModels(_packs);
        Boards = new BoardSet(Live, _symbols, Members, FeaturesOf, maxBoards);
    }

    public static int Today { get; } = new DateOnly(2026, 3, 10).DayNumber;

    public MemberTable Members { get; } = new();

    public BoardSet Boards { get; }

    /// <summary>Awaited for every slice, after its features were taken.</summary>
    public Func<Task> BeforeScoring { get; set; } = () => Task.CompletedTask;

    /// <summary>Slices that were read.</summary>
    public int Slices { get; private set; }

    public SettableModels Live { get; }

    public int Models => _packs.Kept.Count;

    /// <summary>Runs a test in turns: one piece of it at a time, whatever it awaits.</summary>
    public static Task InTurns(Func<Task> test) => Task.Factory.StartNew(
        test, CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap();

    public BoardKey Board(int day) => new(new BoardId(ModelCatalog.DefaultModel, _packs.Find(ModelCatalog.DefaultModel)!.Version, day), ByCompany: false);

    public void Act(int member, int daysAgo = 0)
    {
        var entry = Members.GetOrAdd($"m{member}");
        var activity = new Activity
        {
            Id = $"{_ids++}",
            Member = entry.Member,
            Kind = "post",
            OccurredAtMs = UtcDay.ToUnixMs(Today - daysAgo),
            Group = "integrations",
        };
        entry.Features = _fold.Fold(entry.Features, [activity]);
        entry.Version = ++_position;
        Boards.Update(entry);
    }

    /// <summary>The ranking by a plain sort of everybody's points now.</summary>
    public List<RankedKey> Expected(int day)
    {
        var scorer = new Scorer(_packs.Find(ModelCatalog.DefaultModel)!, _symbols);
        return
        [
            .. Members.Entries
                .Select(entry => new RankedKey(MemberPoints.Of(scorer, entry.Features, day), entry.Member))
                .Where(key => key.PointsThousandths != MemberPoints.None).Order(),
        ];
    }

    private async ValueTask<byte[][]> FeaturesOf(MemberEntry[] entries)
    {
        Slices++;
        var features = Array.ConvertAll(entries, entry => entry.Features);
        await BeforeScoring();
        return features;
    }
}

/// <summary>Packs of which a test says which are live.</summary>
internal sealed class SettableModels(ModelCatalog packs) : ILiveModels
{
    public IReadOnlyList<ModelRef> Live { get; set; } = ((ILiveModels)packs).Live;

    public FilterSet Filters => ((ILiveModels)packs).Filters;

    public NamedFacets Named => ((ILiveModels)packs).Named;

    public ScoringModel Get(string id, int version) => packs.Get(id, version);
}
