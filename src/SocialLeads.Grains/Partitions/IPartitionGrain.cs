using System.Collections.Immutable;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Companies;
using SocialLeads.Grains.Listening;
using SocialLeads.Grains.Members;
using SocialLeads.Grains.Trials;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// The one writer of one partition of a tenant's members. Its key is <c>tenant/index</c>, see <see cref="PartitionKey"/>.
/// Days are <see cref="DateOnly.DayNumber"/>s of UTC days.
/// </summary>
[Alias("SocialLeads.IPartitionGrain")]
public interface IPartitionGrain : IGrainWithStringKey
{
    /// <summary>
    /// Records activities of this partition's members. Completes when the accepted ones are durable and every later
    /// read sees them; see <see cref="RecordReply"/> for what can be said otherwise.
    /// </summary>
    [Alias("Record")]
    Task<RecordReply> Record(ActivityBatch batch);

    /// <summary>
    /// The scores of some members under the board's model as of its day, with every activity that was acknowledged before; null
    /// for those without activity on or before the day.
    /// </summary>
    [Alias("Score")]
    Task<ImmutableArray<MemberScore?>> Score(BoardId board, ImmutableArray<string> members);

    /// <summary>A member's features, or that they are still those of <paramref name="knownVersion"/>.</summary>
    [Alias("ReadMember")]
    Task<MemberReading> ReadMember(string member, long knownVersion);

    /// <summary>At most <paramref name="limit"/> members in rank order behind <paramref name="after"/>, or from the best.</summary>
    [Alias("ListRanked")]
    Task<RankedSlice> ListRanked(BoardId board, RankedKey? after, int limit);

    /// <summary>For each key, how many members of this partition rank before it; and how many are ranked.</summary>
    [Alias("CountBefore")]
    Task<RankCounts> CountBefore(BoardId board, ImmutableArray<RankedKey> keys);

    /// <summary>What changed of the companies here under the board's model as of its day, from own points, or the first of it.</summary>
    [Alias("CompaniesSince")]
    Task<CompanyChanges> CompaniesSince(BoardId board, CompaniesKnown known);

    /// <summary>The best of some neighbouring members from an index on at a company, day by day. Boards are not touched.</summary>
    [Alias("CompanyDays")]
    Task<CompanyDays> CompanyDays(CompanyDaysQuestion question, int start);

    /// <summary>
    /// Has a board that will be wanted, of a model that this node may not know yet, and counts what the model's filters match. True when
    /// both are whole; false when that takes longer than a call should: ask again.
    /// </summary>
    [Alias("Prepare")]
    Task<bool> Prepare(BoardId board);

    /// <summary>How far some filters over texts, by their facets, are counted of this partition's activities.</summary>
    [Alias("CountFilters")]
    Task<FilterProgress> CountFilters(ImmutableArray<string> facets);

    /// <summary>
    /// Reads the log for filters of two models that are not counted, and tells how far that is; null when there are none. It waits no
    /// longer than a call should: ask again until it is complete. The same is done by <see cref="TrySlice"/>, which takes as long as it does.
    /// </summary>
    [Alias("PrepareTrial")]
    Task<FilterProgress?> PrepareTrial(Guid trial, TrialQuestion question);

    /// <summary>The own points of some neighbouring members from an index on, under two models. Boards are not touched.</summary>
    [Alias("TrySlice")]
    Task<TrialSlice> TrySlice(TrialQuestion question, int start);

    /// <summary>Members by their indices, with what their colleagues add, and the signals that make the difference between two models.</summary>
    [Alias("ExplainTrial")]
    Task<TrialMembers> ExplainTrial(TrialQuestion question, ImmutableArray<TrialNamed> members);

    /// <summary>On which days some neighbouring members from an index on acted first and last.</summary>
    [Alias("ActiveDays")]
    Task<ActiveDays> ActiveDays(int start);
}
