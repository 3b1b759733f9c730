using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Companies;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Companies;

/// <summary>
/// Tells who of a partition's members was best at a company on each of many past days, which no board knows: some members at a time and
/// beside the partition's turns, from features that nobody writes to; called within them.
/// </summary>
internal sealed class PartitionPast(MemberTable members, FeaturesOf featuresOf, SymbolTable symbols)
{
    /// <summary>Members whose features are looked through at a time: a few milliseconds.</summary>
    private const int SliceLength = 4096;

    /// <summary>Scores after which an answer ends: some hundred milliseconds.</summary>
    private const int MostScored = 50_000;

    private readonly Guid _era = Guid.NewGuid();
    // Scorers keep their buffers to themselves: whoever comes at the same time waits.
    private readonly TakingTurns _turns = new();
    private Scorer? _scorer;

    public async Task<CompanyDays> DaysAsync(ScoringModel model, CompanyDaysQuestion question, int start)
    {
        var series = OwnDomains.SeriesOf(symbols, question.Domain);
        if (series.Count == 0 || start >= members.Count) return new CompanyDays(_era, -1, 0, []);
        var slice = members.Slice(start, SliceLength);
        var features = await featuresOf(slice);
        return await _turns.RunAsync(() => Task.Run(() =>
        {
            if (_scorer?.Model != model) _scorer = new Scorer(model, symbols, tellsOwnDomain: true);
            return Score(_scorer, question, series, slice, features, start);
        }));
    }

    private CompanyDays Score(
        Scorer scorer, CompanyDaysQuestion question, HashSet<int> series, MemberEntry[] slice, byte[][] features, int start)
    {
        var days = question.Board.AsOfDay - question.FromDay + 1;
        var best = new BestOfDays(days, scorer.Model.Company.Top + 1);
        var (scored, at) = (0, 0);
        for (; at < slice.Length && scored < MostScored; at++)
        {
            if (!OwnDomains.HasAny(features[at], series)) continue;
            scored += days;
            for (var place = 0; place < days; place++)
            {
                if (scorer.TryPoints(features[at], question.FromDay + place, out var own) && scorer.OwnDomain == question.Domain)
                    best.Add(place, new RankedKey(own.Thousandths, slice[at].Member));
            }
        }

        var next = at == slice.Length && slice.Length < SliceLength ? -1 : start + at;
        return new CompanyDays(_era, next, scored, best.ToImmutable());
    }
}
