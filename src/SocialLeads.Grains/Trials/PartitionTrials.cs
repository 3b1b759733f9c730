using System.Collections.Immutable;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Grains.Trials;

/// <summary>
/// Scores a partition's members under two models, a slice at a time and beside the partition's turns, from features that nobody
/// writes to; called within them. Nothing of it is kept but the scorers of the last two models, and no board is touched.
/// </summary>
internal sealed class PartitionTrials(MemberTable members, FeaturesOf featuresOf, SymbolTable symbols)
{
    /// <summary>Members in a slice: some ten milliseconds of scoring.</summary>
    public const int SliceLength = 1024;

    private readonly OutcomeReader _outcomes = new(symbols);
    private readonly Guid _era = Guid.NewGuid();
    private TrialScorers? _scorers;
    // Scorers keep their buffers to themselves: whoever comes at the same time waits.
    private Task _busy = Task.CompletedTask;

    /// <exception cref="ArgumentException">A document is not valid.</exception>
    public async Task<TrialSlice> ScoreAsync(TrialQuestion question, int start)
    {
        var entries = Slice(start, out var next);
        var features = await featuresOf(entries);
        var (points, found) = await InTurnAsync(question, scorers =>
            (Array.ConvertAll(features, one => scorers.Points(one, question.AsOfDay)), Found(features)));
        return new TrialSlice(_era, [.. points.Select(one => one.Draft)], [.. points.Select(one => one.Against)], next, found);
    }

    /// <param name="question">The models and the day.</param>
    /// <param name="indices">Of members; those that there are not are left out, which another era shows.</param>
    /// <exception cref="ArgumentException">A document is not valid.</exception>
    public async Task<TrialMembers> ExplainAsync(TrialQuestion question, ImmutableArray<int> indices)
    {
        MemberEntry[] entries = [.. indices.Where(index => index < members.Count).Select(index => members.Entries[index])];
        var features = await featuresOf(entries);
        var explained = await InTurnAsync(question, scorers =>
            entries.Select((entry, at) => scorers.Explain(entry.Member, features[at], question.AsOfDay)).ToImmutableArray());
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
                if (FeatureHeader.Read(one) is not { HasActivity: true } header) continue;
                (first, newest) = (Math.Min(first, header.FirstDay), Math.Max(newest, header.NewestDay));
            }

            return new ActiveDays(entries.Length, first, newest, next);
        });
    }

    private ImmutableArray<FoundMember> Found(byte[][] features) =>
    [
        .. features.SelectMany((one, place) => _outcomes.Read(one)
            .Where(outcome => outcome.IsPositive).Take(1).Select(outcome => new FoundMember(place, outcome.Day))),
    ];

    private MemberEntry[] Slice(int start, out int next)
    {
        var entries = start < members.Count ? members.Slice(start, SliceLength) : [];
        next = start + entries.Length < members.Count ? start + entries.Length : -1;
        return entries;
    }

    private async Task<T> InTurnAsync<T>(TrialQuestion question, Func<TrialScorers, T> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (var before, _busy) = (_busy, done.Task);
        await before;
        try
        {
            return await Task.Run(() =>
            {
                if (_scorers?.AreOf(question) != true) _scorers = new TrialScorers(question, symbols);
                return work(_scorers);
            });
        }
        finally
        {
            done.SetResult();
        }
    }
}
