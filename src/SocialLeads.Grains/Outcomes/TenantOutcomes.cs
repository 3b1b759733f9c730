using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Outcomes;

/// <summary>Reads a tenant's recorded outcomes, partition after partition.</summary>
public sealed class TenantOutcomes(TenantPartitions partitions, PartitionRouter router)
{
    /// <summary>At most so many outcomes, by partition, member and day, behind a place, or from the first.</summary>
    /// <param name="tenant">Whose members.</param>
    /// <param name="question">Which outcomes.</param>
    /// <param name="after">The <see cref="OutcomePage.After"/> of the page before; null for the first.</param>
    /// <param name="limit">From 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<OutcomePage> ListAsync(
        string tenant, OutcomeQuestion question, OutcomePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<OutcomeRow>();
        var (partition, place) = after is { } position ? (position.Partition, position.Place) : (0, null);
        if (question.Member.Length > 0) partition = router.PartitionOf(tenant, question.Member).Index;
        while (partition < router.PartitionCount)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var slice = await partitions.Of(tenant)[partition].ListOutcomes(question, place, limit - rows.Count);
            rows.AddRange(slice.Rows);
            if (slice.After is null && question.Member.Length > 0) break;
            (partition, place) = slice.After is null ? (partition + 1, null) : (partition, slice.After);
            if (rows.Count == limit && partition < router.PartitionCount)
                return new OutcomePage(rows.ToImmutable(), new OutcomePosition(partition, place));
        }

        return new OutcomePage(rows.ToImmutable(), null);
    }

    /// <summary>
    /// Every member with outcomes that are asked for, with its features: for each outcome what a learner needs to see the member as
    /// of the day before. Some members are in memory at a time.
    /// </summary>
    /// <param name="tenant">Whose members.</param>
    /// <param name="question">Which outcomes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async IAsyncEnumerable<MemberOutcomes> ReadAsync(
        string tenant, OutcomeQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var partition = 0; partition < router.PartitionCount; partition++)
        {
            for (string? after = null; ;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var read = await partitions.Of(tenant)[partition].ReadOutcomes(question, after);
                foreach (var member in read.Members) yield return member;
                if (read.After is null) break;
                after = read.After;
            }
        }
    }
}

/// <summary>A place in the order of a tenant's outcomes.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Place">The place in it that is behind one; null for its beginning.</param>
public readonly record struct OutcomePosition(int Partition, OutcomePlace? Place);

/// <summary>Some of a tenant's outcomes, in order.</summary>
/// <param name="Rows">The outcomes.</param>
/// <param name="After">The place to go on behind; null when there are no more.</param>
public sealed record OutcomePage(ImmutableArray<OutcomeRow> Rows, OutcomePosition? After);
