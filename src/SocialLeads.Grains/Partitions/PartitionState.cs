using System.Runtime.InteropServices;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Companies;
using SocialLeads.Grains.Listening;
using SocialLeads.Grains.Members;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Outcomes;
using SocialLeads.Grains.Trials;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Outcomes;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// What a partition knows in memory: its members' features, the symbols they are written in, the ids it has seen, and
/// the boards. It is exactly the fold of the log up to <see cref="Position"/>. One thread at a time. It writes nothing, and
/// reads nothing but states of members that have left memory.
/// </summary>
/// <remarks>
/// Features live here and not in a grain for each member, so that a commit folds thousands of activities in one turn
/// instead of sending thousands of calls, a member costs its packed counters instead of an activation, and a new model
/// scores everybody in one pass over memory that lies together.
/// </remarks>
internal sealed class PartitionState
{
    /// <summary>Versions of features from here on are no positions of the log.</summary>
    private const long FirstStamp = 1L << 62;

    /// <summary>Activities whose members are made room for at once: as many are folded as come.</summary>
    private const int FoldedTogether = 256;

    private readonly FeatureFold _fold;
    private readonly ILiveModels _models;
    // Elsewhere than another activation's, whose versions somebody may remember.
    private long _stamp = FirstStamp + Random.Shared.NextInt64(1L << 61);
    private readonly Stack<PreparedActivities> _spare = new();
    private bool _hasUnknownCounts;
    private int _touched;

    /// <param name="models">The live models.</param>
    /// <param name="options">How the partition works.</param>
    /// <param name="store">Where the features of members are that left memory. Without it none leave.</param>
    public PartitionState(ILiveModels models, PartitionOptions options, IPartitionStore? store = null)
    {
        Members = new MemberTable(store is null ? int.MaxValue : options.MaxResidentMembers);
        States = new MemberStates(Members, store);
        _models = models;
        _fold = new FeatureFold(Symbols);
        Budget = new SymbolBudget(Symbols, options.MaxSymbols, options.MaxNewSymbolsADay);
        Waiting = new WaitingActivities(_fold);
        Seen = new SeenActivities(options.DuplicateWindowDays);
        Boards = new BoardSet(models, Symbols, Members, States.FeaturesOf, options.MaxBoards);
        Past = new PartitionPast(Members, States.FeaturesOf, Symbols);
        Trials = new PartitionTrials(Members, States.FeaturesOf, Symbols, filters => TextsOf(filters, store));
        Outcomes = new PartitionOutcomes(Members, States.FeaturesOf, Symbols);
        Explanations = new Explanations(new ScorerCache(models, Symbols));
        Unsaved = new UnsavedChanges(this);
    }

    public SymbolTable Symbols { get; } = new();

    /// <summary>What senders may add to the symbols.</summary>
    public SymbolBudget Budget { get; }

    public MemberTable Members { get; }

    /// <summary>The members' features, wherever they are.</summary>
    public MemberStates States { get; }

    public SeenActivities Seen { get; }

    public BoardSet Boards { get; }

    public PartitionTrials Trials { get; }

    public PartitionPast Past { get; }

    public PartitionOutcomes Outcomes { get; }

    public Explanations Explanations { get; }

    /// <summary>What is counted of texts.</summary>
    public FilterCounts Filters { get; } = new();

    /// <summary>What the next checkpoint has to save.</summary>
    public UnsavedChanges Unsaved { get; }

    /// <summary>The activities that their members' features do not have yet.</summary>
    public WaitingActivities Waiting { get; }

    /// <summary>The log position up to which everything is folded.</summary>
    public long Position { get; private set; }

    /// <summary>Takes over what a checkpoint saved, apart from the members. The first thing done to a new state.</summary>
    /// <exception cref="InvalidDataException">The saved symbols are not the ones that were saved.</exception>
    public void Restore(SavedPartition saved)
    {
        foreach (var symbol in saved.Symbols)
        {
            if (Symbols.Intern(SymbolTable.Parse(symbol.Text)) != symbol.Id)
                throw new InvalidDataException($"Saved symbol {symbol.Id} is not at its place.");
        }

        foreach (var block in saved.SeenIds) Seen.Add(SeenBlock.Decode(block.Fingerprints.Span), block.Day);

        Position = saved.CheckpointPosition;
        Filters.Restore(saved.FilterCounts, _models.Filters, Position);
        _fold.Filters = Filters.Live;
        _hasUnknownCounts = saved.Symbols.Any(symbol => PhraseFacet.FilterOf(Symbols[symbol.Id]) is { } facet && !Filters.Knows(facet));
        Unsaved.BeginSaved();
    }

    /// <summary>Takes over a member's saved state, complete up to the checkpoint. False when it is none: it cannot be read to its end.</summary>
    public bool TryRestore(string member, ReadOnlyMemory<byte> saved)
    {
        if (saved.IsEmpty || !IsReadable(saved.Span)) return false;
        var entry = Members.GetOrAdd(member);
        entry.Features = saved.ToArray();
        entry.Version = Filters.Any ? _stamp : Position;
        if (_hasUnknownCounts) DropUnknownCounts(entry);
        Outcomes.Restore(member, saved.Span);
        Members.Resident.MayLeave(entry);
        Members.Resident.MakeRoom();
        return true;
    }

    /// <summary>Folds activities that the checkpoint should have included, of members whose saved states were lost.</summary>
    /// <param name="position">Where they are in the log.</param>
    /// <param name="activities">The activities.</param>
    public void Repair(long position, List<Activity> activities)
    {
        if (activities.Count == 0) return;
        Unsaved.DoubtSaved();
        if (Filters.Any) _fold.Filters = Filters.At(position);
        Fold(Filters.Any ? _stamp : Position, activities, Prepare(activities));
        _fold.Filters = Filters.Live;
    }

    /// <summary>Counts the filters of the live models, and no others, from the next activity on.</summary>
    public void CountLiveFilters()
    {
        Filters.Want(_models.Filters, Position);
        _fold.Filters = Filters.Live;
    }

    /// <summary>Adds what matches in a part of the log that was folded before the filters were there. All members are in memory.</summary>
    public void AddMatches(FilterSet filters, FilterSlice slice)
    {
        _stamp++;
        foreach (var (member, matches) in slice.Matches.GroupBy(one => one.Activity.Member, StringComparer.Ordinal).Select(one => (one.Key, one.ToArray())))
        {
            if (Members.Find(member) is not { } entry) continue;
            entry.Features = _fold.FoldMatches(entry.Features, matches);
            entry.Version = _stamp;
            Unsaved.Add(entry);
            Boards.Update(entry);
        }

        Unsaved.AddMatches(slice.Matches.Count);
        Filters.Fill(filters, slice.Range, slice.FromDay);
    }

    /// <summary>What arrives on a day comes now: new series are charged to it, but for what the live models name.</summary>
    public void BeginDay(int day)
    {
        Budget.BeginDay(day);
        Budget.Named = _models.Named;
    }

    /// <summary>A preparation of activities, which is to be handed to <see cref="Apply"/> with them.</summary>
    public PreparedActivities Prepare() => _spare.TryPop(out var spare) ? spare : new PreparedActivities(Members, _fold, Budget);

    /// <summary>Folds the next row of the log. The fingerprints are in <see cref="Seen"/> already.</summary>
    /// <param name="position">The row's position.</param>
    /// <param name="arrivalDay">The day on which it arrived.</param>
    /// <param name="activities">Its activities.</param>
    /// <param name="fingerprints">The fingerprint of each.</param>
    /// <param name="prepared">The same activities, prepared; may be missing.</param>
    public void Apply(
        long position, int arrivalDay, List<Activity> activities, ReadOnlySpan<ulong> fingerprints, PreparedActivities? prepared = null)
    {
        Fold(position, activities, prepared ?? Prepare(activities));
        // A clock that stepped back gives days that are forgotten already; ids are saved under the day they are remembered for.
        Unsaved.Add(Math.Max(arrivalDay, Seen.OldestDay), fingerprints);
        Position = position;
    }

    private PreparedActivities Prepare(List<Activity> activities)
    {
        var prepared = Prepare();
        prepared.Add(CollectionsMarshal.AsSpan(activities));
        return prepared;
    }

    private TrialTexts? TextsOf(FilterSet filters, IPartitionStore? store)
    {
        var uncounted = filters.Filters.Where(filter => !Filters.Progress([filter.SeriesFacet], Position).IsComplete).ToList();
        if (uncounted.Count == 0 || store is null) return null;
        return new TrialTexts(FilterSet.Of(uncounted), Position, store) { MayBeCountedInPart = uncounted.Exists(filter => Filters.Knows(filter.SeriesFacet)) };
    }

    /// <summary>What no checkpoint says how far it was counted is counted anew.</summary>
    private void DropUnknownCounts(MemberEntry entry)
    {
        var kept = _fold.KeepMatches(entry.Features, Filters.Knows);
        if (kept.AsSpan().SequenceEqual(entry.Features)) return;
        entry.Features = kept;
        Unsaved.Add(entry);
    }


    private bool IsReadable(ReadOnlySpan<byte> features)
    {
        try
        {
            _fold.Merge([], features);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private void Fold(long position, List<Activity> activities, PreparedActivities prepared)
    {
        var fits = _fold.Fits(prepared.Packed);
        for (var from = 0; from < activities.Count; from += FoldedTogether)
        {
            var behind = Math.Min(from + FoldedTogether, activities.Count);
            Waiting.MakeRoomFor(behind - from);
            Touch(prepared.Entries[from..behind]);
            for (var place = from; place < behind; place++)
            {
                var entry = prepared.Entries[place] ?? Members.GetOrAdd(activities[place].Member);
                if (fits) Waiting.Add(entry, prepared.Packed, place);
                else Waiting.Add(entry, activities[place]);
                entry.Version = position;
                Unsaved.Add(entry);
                Boards.Update(entry);
            }
        }

        if (prepared.HaveOutcomes)
        {
            foreach (var activity in activities.Where(activity => activity.Outcome != OutcomeKind.None)) Outcomes.Add(activity.Member);
        }

        prepared.Clear();
        _spare.Push(prepared);
    }

    /// <summary>Brings members near: of members all over memory a processor fetches several at a time, if nothing else happens in between.</summary>
    private void Touch(ReadOnlySpan<MemberEntry?> entries)
    {
        foreach (var entry in entries)
        {
            if (entry is { IsResident: true }) _touched += entry.Index;
        }
    }
}
