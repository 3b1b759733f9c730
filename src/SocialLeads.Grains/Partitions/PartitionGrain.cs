using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Companies;
using SocialLeads.Grains.Listening;
using SocialLeads.Grains.Log;
using SocialLeads.Grains.Members;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Outcomes;
using SocialLeads.Grains.Trials;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Reentrant, so that requests gather while a commit is under way and reads are served meanwhile. Nothing here is seen
/// half done: between two awaits the state is whole.
/// </summary>
[Reentrant]
internal sealed class PartitionGrain(
    IStore store,
    ModelDirectory directory,
    CompanyTables companies,
    IOptions<PartitionOptions> options,
    TimeProvider clock,
    ILogger<PartitionGrain> logger)
    : Grain, IPartitionGrain
{
    /// <summary>How long a call waits for a board that is prepared. Well below what a caller waits for an answer.</summary>
    private static readonly TimeSpan _prepareAtMost = TimeSpan.FromSeconds(5);

    private readonly ActivityFingerprint _fingerprint = new(store.Secret.Span);
    private IPartitionStore _store = null!;
    private TenantModels _models = null!;
    private PartitionState _state = null!;
    private Admission _admission = null!;
    private LeftOutFacets _leftOut = null!;
    private CommitQueue _commits = null!;
    private Checkpointing _checkpoints = null!;
    private LogTrimming _trimming = null!;
    private FilterRefold _refold = null!;
    private long _appended;
    private bool _failed;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _store = store.Partition(PartitionKey.Parse(this.GetPrimaryKeyString()));
        _models = directory.Of(_store.Id.Tenant);
        await _models.ReadAsync();
        _state = await new PartitionRecovery(_store, _fingerprint, logger).RunAsync(_models, options.Value, cancellationToken);
        _state.Boards.BuildFailed = OnBuildFailed;
        // Spread over the interval: checkpoints of all partitions at once would keep everybody else waiting.
        var phase = (_store.Id.Index + 1.0) / store.PartitionCount;
        _checkpoints = new Checkpointing(_state, _store, options.Value.CheckpointAfterActivities, options.Value.CheckpointAfterMembers)
        {
            FirstAfterActivities = (int)Math.Ceiling(options.Value.CheckpointAfterActivities * phase),
            IsOver = () => _failed,
            Saved = OnSaved,
            Failed = StartAgain,
        };
        _refold = new FilterRefold(_state, _store, options.Value.FilterSliceBytes)
        {
            Today = Today,
            Added = AfterMatches,
            SaveAll = SaveAll,
            Damaged = position => Logs.DamagedLogRow(logger, _store.Id.Tenant, _store.Id.Index, position),
            Failed = OnRefoldFailed,
        };
        _refold.CountLive();
        _trimming = new LogTrimming(_store, options.Value.LogRetentionDays);
        _admission = new Admission(_fingerprint, _state.Seen);
        _leftOut = new LeftOutFacets(_state.Budget, _store.Id, logger);
        _appended = _state.Position;
        _commits = new CommitQueue(Append, options.Value.MaxActivitiesPerCommit)
        {
            Apply = Apply,
            NewGroup = () => new CommitGroup { Prepared = _state.Prepare() },
        };
        var interval = options.Value.CheckpointInterval;
        this.RegisterGrainTimer(_checkpoints.SaveAsync, new GrainTimerCreationOptions(interval * phase, interval) { Interleave = true });
        this.RegisterGrainTimer(
            Upkeep, new GrainTimerCreationOptions(PartitionUpkeep.Interval, PartitionUpkeep.Interval) { Interleave = true });
    }

    public async Task<RecordReply> Record(ActivityBatch batch)
    {
        if (_failed) return RecordReply.StoreUnavailable;
        var bytes = ActivitySize.Of(batch.Activities);
        if (IsTooMuch(batch.Activities.Length, bytes)) return RecordReply.Overloaded;

        var day = UtcDay.OfUnixMs(batch.ArrivedAtMs);
        _state.BeginDay(day);
        var accepted = _admission.Admit(batch.Activities, day, out var activities, out var fingerprints);
        // A duplicate is answered when the activity it repeats is durable: that one may still be on its way.
        var durable = activities.IsEmpty ? _commits.Settled : _commits.Enqueue(batch.ArrivedAtMs, activities, fingerprints, bytes);
        var leftOut = _leftOut.Tell(day);
        try
        {
            await durable;
        }
        catch (Exception reason) when (reason is StoreUnavailableException or StaleWriterException or ObjectDisposedException or InvalidDataException)
        {
            return RecordReply.StoreUnavailable;
        }

        return new RecordReply(RecordStatus.Recorded, accepted, leftOut);
    }

    public async Task<ImmutableArray<MemberScore?>> Score(BoardId board, ImmutableArray<string> members)
    {
        var scores = new MemberScore?[members.Length];
        var asked = new List<(MemberEntry Entry, int Place)>();
        for (var place = 0; place < scores.Length; place++)
        {
            if (_state.Members.Find(members[place]) is not { } entry) continue;
            entry.WasUsed = true;
            if (!_state.Explanations.TryRecall(entry, board, out scores[place])) asked.Add((entry, place));
        }

        if (asked.Count > 0)
        {
            var model = await _models.LoadAsync(new ModelRef(board.Model, board.ModelVersion));
            var shown = model.Colleagues is null ? null : await GetCompanies(board);
            var features = await OrStartAgain(_state.States.ReadAsync([.. asked.Select(one => one.Entry)]));
            for (var i = 0; i < features.Length; i++)
            {
                scores[asked[i].Place] = shown is null
                    ? _state.Explanations.Explain(asked[i].Entry, features[i], board)
                    : _state.Explanations.Explain(features[i], board, new ScoreInputs(shown.Companies.ColleaguesOf(asked[i].Entry)));
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(scores);
    }

    public async Task<MemberReading> ReadMember(string member, long knownVersion)
    {
        if (_state.Members.Find(member) is not { } entry) return MemberReading.Unknown;
        if (entry.Version == knownVersion) return new MemberReading(knownVersion, default);
        entry.WasUsed = true;
        var read = (await OrStartAgain(_state.States.ReadAsync([entry])))[0];
        return new MemberReading(read.Version, [.. PortableFeatures.Export(read.Features, _state.Symbols).Bytes.Span]);
    }

    public async Task<RankedSlice> ListRanked(BoardId board, RankedKey? after, int limit)
    {
        var ranked = await GetBoard(board);
        return new RankedSlice(ranked.Take(after, limit), ranked.Count);
    }

    public async Task<RankCounts> CountBefore(BoardId board, ImmutableArray<RankedKey> keys)
    {
        var ranked = await GetBoard(board);
        return new RankCounts([.. keys.Select(ranked.CountBefore)], ranked.Count);
    }

    public async Task<CompanyChanges> CompaniesSince(BoardId board, CompaniesKnown known)
    {
        await _models.LoadAsync(new ModelRef(board.Model, board.ModelVersion));
        return ((CompanyBoard)await OrStartAgain(_state.Boards.GetAsync(new BoardKey(board, ByCompany: true)))).Companies.Since(known);
    }

    public async Task<CompanyDays> CompanyDays(CompanyDaysQuestion question, int start)
    {
        var model = await _models.LoadAsync(new ModelRef(question.Board.Model, question.Board.ModelVersion));
        return await OrStartAgain(new ValueTask<CompanyDays>(_state.Past.DaysAsync(model, question, start)));
    }

    public async Task<bool> Prepare(BoardId board)
    {
        await _models.RefreshAsync();
        _refold.CountLive();
        try
        {
            await PrepareBoard(board).WaitAsync(_prepareAtMost, clock);
            return _refold.IsComplete((await _models.LoadAsync(new ModelRef(board.Model, board.ModelVersion))).Filters);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public Task<FilterProgress> CountFilters(ImmutableArray<string> facets) => Task.FromResult(_state.Filters.Progress(facets, _state.Position));

    public async Task<FilterProgress?> PrepareTrial(Guid trial, TrialQuestion question)
    {
        if (_state.Trials.Begin(trial, question) is not { } texts) return null;
        try
        {
            await texts.ReadAsync(Today()).WaitAsync(_prepareAtMost, clock);
        }
        catch (TimeoutException)
        {
            // It goes on, and is asked for again.
        }

        return texts.Progress;
    }

    public async Task<TrialSlice> TrySlice(TrialQuestion question, int start) =>
        await OrStartAgain(new ValueTask<TrialSlice>(_state.Trials.ScoreAsync(question, start, Today())));

    public async Task<TrialMembers> ExplainTrial(TrialQuestion question, ImmutableArray<TrialNamed> members) =>
        await OrStartAgain(new ValueTask<TrialMembers>(_state.Trials.ExplainAsync(question, members)));

    public async Task<ActiveDays> ActiveDays(int start) => await OrStartAgain(new ValueTask<ActiveDays>(_state.Trials.DaysAsync(start)));

    public async Task<OutcomeSlice> ListOutcomes(OutcomeQuestion question, OutcomePlace? after, int limit) =>
        await OrStartAgain(new ValueTask<OutcomeSlice>(_state.Outcomes.ListAsync(question, after, limit)));

    public async Task<OutcomeMembers> ReadOutcomes(OutcomeQuestion question, string? after) =>
        await OrStartAgain(new ValueTask<OutcomeMembers>(_state.Outcomes.ReadAsync(question, after)));

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _commits.Running;
        await _refold.StopAsync();
        await _checkpoints.SaveAllAsync(cancellationToken);
        await _state.Boards.StopAsync();
    }

    private int Today() => UtcDay.OfUnixMs(clock.GetUtcNow().ToUnixTimeMilliseconds());

    private async ValueTask<Board> GetBoard(BoardId board)
    {
        var model = await _models.LoadAsync(new ModelRef(board.Model, board.ModelVersion));
        return model.Colleagues is null ? await OrStartAgain(_state.Boards.GetAsync(new BoardKey(board, ByCompany: false))) : await GetCompanies(board);
    }

    /// <summary>A board whose members are ranked with what their colleagues in all partitions add.</summary>
    private async Task<CompanyBoard> GetCompanies(BoardId board)
    {
        var shown = (CompanyBoard)await OrStartAgain(_state.Boards.GetAsync(new BoardKey(board, ByCompany: true)));
        await shown.TakeOverAsync(await companies.ReadAsync(_store.Id.Tenant, board));
        return shown;
    }

    /// <summary>A board of a model is of use when what its filters match is counted.</summary>
    private async Task PrepareBoard(BoardId board)
    {
        await _refold.CompleteAsync();
        await GetBoard(board);
    }

    private async Task AfterMatches()
    {
        // A commit under way counts on those it found in memory, and makes room itself.
        if (_commits.Running.IsCompleted) _state.Members.Resident.MakeRoom();
        if (_checkpoints.IsDue) await SaveAll();
    }

    private async Task SaveAll()
    {
        await _checkpoints.SaveAllAsync(CancellationToken.None);
        if (_failed) throw new StoreUnavailableException("What was counted could not be saved.");
    }

    private void OnRefoldFailed(Exception reason)
    {
        if (reason is InvalidDataException) StartAgain(reason);
        else Logs.FiltersNotCounted(logger, _store.Id.Tenant, _store.Id.Index, reason);
    }

    /// <summary>A request that is large by itself is taken when nothing waits: otherwise it would never be.</summary>
    private bool IsTooMuch(int activities, long bytes) =>
        _commits.Pending + activities > options.Value.MaxPendingActivities
        || (_commits.Pending > 0 && _commits.PendingBytes + bytes > options.Value.MaxPendingBytes);

    private async Task Upkeep(CancellationToken cancellationToken)
    {
        if (_failed) return;
        var now = clock.GetUtcNow();
        if ((await _models.ReadAsync()).Unready.Any()) await GrainFactory.GetGrain<IModelsGrain>(_store.Id.Tenant).CatchUp();
        var (today, soon) = PartitionUpkeep.Days(now);
        _state.Boards.Upkeep(today, soon);
        _refold.CountLive();
        _state.Trials.Upkeep();
        await TrimLog(now.ToUnixTimeMilliseconds(), cancellationToken);
    }

    private async Task TrimLog(long nowMs, CancellationToken cancellationToken)
    {
        try
        {
            while (!_failed && await _trimming.TrimSomeAsync(_state.Unsaved.SavedPosition, nowMs, cancellationToken) is { } position)
                Logs.LogTrimmed(logger, _store.Id.Tenant, _store.Id.Index, position);
        }
        catch (StoreUnavailableException reason)
        {
            // Nothing is lost by trimming later, and deleting again what is gone does nothing.
            Logs.LogNotTrimmed(logger, _store.Id.Tenant, _store.Id.Index, reason);
        }
        catch (StaleWriterException reason)
        {
            StartAgain(reason);
        }
    }

    /// <summary>A saved state that turns out to be damaged is folded again from the log when the partition starts again.</summary>
    private async ValueTask<T> OrStartAgain<T>(ValueTask<T> read)
    {
        try
        {
            return await read;
        }
        catch (InvalidDataException reason)
        {
            StartAgain(reason);
            throw new StoreUnavailableException("A member's saved state is damaged; it is folded again from the log.", reason);
        }
    }

    private void OnBuildFailed(Exception reason)
    {
        if (reason is InvalidDataException) StartAgain(reason);
        else Logs.BoardNotBuilt(logger, _store.Id.Tenant, _store.Id.Index, reason);
    }

    private async Task Append(CommitGroup group)
    {
        try
        {
            await _state.States.LoadAsync(group.Activities);
            group.Position = ++_appended;
            await _store.AppendAsync(new LogEntry(group.Position, group.FinishRow()), CancellationToken.None);
            group.Row.Dispose();
        }
        catch (Exception reason)
        {
            StartAgain(reason);
            throw;
        }
    }

    private async Task Apply(CommitGroup group)
    {
        await LoadAgain(group);
        try
        {
            var day = UtcDay.OfUnixMs(group.ArrivedAtMs);
            _state.Boards.Keep(day);
            _state.Apply(group.Position, day, group.Activities, CollectionsMarshal.AsSpan(group.Fingerprints), group.Prepared);
        }
        catch (Exception reason)
        {
            // A defect, not a fault of the store. The row is durable; the next activation folds it from the log.
            Logs.ApplyFailed(logger, _store.Id.Tenant, _store.Id.Index, group.Position, reason);
            _failed = true;
            DeactivateOnIdle();
            throw;
        }

        _state.Members.Resident.MakeRoom();
        if (_checkpoints.IsDue) _ = _checkpoints.SaveAsync(CancellationToken.None);
    }

    /// <summary>Room may have been made, for the commit before, since the group's members were found in memory.</summary>
    private async Task LoadAgain(CommitGroup group)
    {
        try
        {
            await _state.States.LoadAsync(group.Activities);
        }
        catch (Exception reason)
        {
            // The row is durable; the next activation folds it from the log.
            StartAgain(reason);
            throw;
        }
    }

    private void OnSaved(Checkpoint checkpoint)
    {
        if (_commits.Running.IsCompleted) _state.Members.Resident.MakeRoom();
        Logs.CheckpointSaved(
            logger, _store.Id.Tenant, _store.Id.Index, checkpoint.Position, checkpoint.Members.Count, checkpoint.Symbols.Count);
    }

    /// <summary>
    /// After a failed write only the store knows what is durable, and of a damaged state only the log: this activation takes no
    /// more, and the next one reads it from there.
    /// </summary>
    private void StartAgain(Exception reason)
    {
        _failed = true;
        Logs.WriteFailed(logger, _store.Id.Tenant, _store.Id.Index, reason);
        DeactivateOnIdle();
    }
}
