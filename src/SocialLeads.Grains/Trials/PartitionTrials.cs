using System.Collections.Immutable;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Filters;

namespace SocialLeads.Grains.Trials;

/// <summary>
/// Scores a partition's members under two models, a slice at a time and beside the partition's turns, from features that nobody
/// writes to; called within them. Nothing of it is kept but the scorers of the last two models, and for a while what was read of the
/// log for their filters, and no board is touched.
/// </summary>
/// <param name="members">The partition's members.</param>
/// <param name="featuresOf">Their features.</param>
/// <param name="symbols">The table that packed them.</param>
/// <param name="textsOf">What filters match that are not counted; null if all are.</param>
internal sealed class PartitionTrials(MemberTable members, FeaturesOf featuresOf, SymbolTable symbols, Func<FilterSet, TrialTexts?> textsOf)
{
    /// <summary>Upkeeps after which what was read of the log for a trial is dropped.</summary>
    private const int MaxUpkeepsUnused = 15;

    /// <summary>Members in a slice: some ten milliseconds of scoring.</summary>
    public const int SliceLength = 1024;

    private readonly Guid _era = Guid.NewGuid();
    private TrialScorers? _scorers;
    private Guid _trial;
    private (string Draft, string Against)? _textsAre;
    private TrialTexts? _texts;
    private int _upkeepsUnused;
    // Scorers keep their buffers to themselves: whoever comes at the same time waits.
    private readonly TakingTurns _turns = new();

    /// <summary>What filters of the two models match that are not counted, which is yet to be read; null if all are counted.</summary>
    /// <param name="trial">The trial; another one reads anew, since members have said more.</param>
    /// <param name="question">The models.</param>
    /// <exception cref="ArgumentException">A document is not valid.</exception>
    public TrialTexts? Begin(Guid trial, TrialQuestion question)
    {
        if (_trial != trial) (_trial, _textsAre) = (trial, null);
        return TextsOf(question);
    }

    /// <summary>What is due now and then: what no trial asked for lately is dropped.</summary>
    public void Upkeep()
    {
        if (_upkeepsUnused++ < MaxUpkeepsUnused) return;
        (_textsAre, _texts, _scorers) = (null, null, null);
    }

    /// <exception cref="ArgumentException">A document is not valid.</exception>
    public async Task<TrialSlice> ScoreAsync(TrialQuestion question, int start, int today)
    {
        await (TextsOf(question)?.ReadAsync(today) ?? Task.CompletedTask);
        var entries = Slice(start, out var next);
        var features = await featuresOf(entries);
        var (points, counted) = await InTurnAsync(question, scorers =>
            (entries.Select((entry, at) => scorers.Points(entry.Member, features[at], question.AsOfDay)).ToList(), scorers.CountColleagues));
        return new TrialSlice(
            _era,
            [.. points.Select(one => one.Draft)],
            [.. points.Select(one => one.Against)],
            next,
            counted ? [.. points.Select(one => one.Domain)] : []);
    }

    /// <param name="question">The models and the day.</param>
    /// <param name="named">Members; those that there are not are left out, which another era shows.</param>
    /// <exception cref="ArgumentException">A document is not valid.</exception>
    public async Task<TrialMembers> ExplainAsync(TrialQuestion question, ImmutableArray<TrialNamed> named)
    {
        List<TrialNamed> known = [.. named.Where(one => one.Index < members.Count)];
        MemberEntry[] entries = [.. known.Select(one => members.Entries[one.Index])];
        var features = await featuresOf(entries);
        var explained = await InTurnAsync(question, scorers =>
            entries.Select((entry, at) => scorers.Explain(entry.Member, features[at], question.AsOfDay, known[at])).ToImmutableArray());
        return new TrialMembers(_era, explained);
    }

    public async Task<ActiveDays> DaysAsync(int start)
    {
        var entries = Slice(start, out var next);
        var features = await featuresOf(entries);
        return await Task.Run(() =>
        {
            var (first, newest) = (int.MaxValue, int.MinValue);
            foreach (var one in features)
            {
                if (FeatureHeader.Read(one) is not { } header) continue;
                (first, newest) = (Math.Min(first, header.FirstDay), Math.Max(newest, header.NewestDay));
            }

            return new ActiveDays(entries.Length, first, newest, next);
        });
    }

    private TrialTexts? TextsOf(TrialQuestion question)
    {
        _upkeepsUnused = 0;
        if (_textsAre == (question.Draft, question.Against)) return _texts;
        _texts = textsOf(FilterSet.Of([TrialScorers.ModelOf(question.Draft), TrialScorers.ModelOf(question.Against)]));
        _textsAre = (question.Draft, question.Against);
        return _texts;
    }

    private MemberEntry[] Slice(int start, out int next)
    {
        var entries = start < members.Count ? members.Slice(start, SliceLength) : [];
        next = start + entries.Length < members.Count ? start + entries.Length : -1;
        return entries;
    }

    private Task<T> InTurnAsync<T>(TrialQuestion question, Func<TrialScorers, T> work) => _turns.RunAsync(() =>
    {
        var texts = TextsOf(question);
        return Task.Run(() =>
        {
            if (_scorers?.AreOf(question, texts) != true) _scorers = new TrialScorers(question, symbols, texts);
            return work(_scorers);
        });
    });
}
