using System.Collections.Immutable;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Grains.Outcomes;

/// <summary>
/// Who of a partition's members has outcomes, in the ordinal order of their ids, and which. The outcomes themselves are in the members'
/// features, so that whatever saves and repairs these saves and repairs them; here is only whom to ask.
/// </summary>
internal sealed class PartitionOutcomes(MemberTable members, FeaturesOf featuresOf, SymbolTable symbols)
{
    /// <summary>Members that are read at a time, and handed out with their features: some hundred kilobytes.</summary>
    private const int ReadAtATime = 64;

    /// <summary>Members that one call looks at, whatever it finds of them.</summary>
    private const int MostLookedAt = 4096;

    private readonly SortedSet<string> _having = new(StringComparer.Ordinal);
    private readonly OutcomeReader _reader = new(symbols);

    /// <summary>A member has an outcome more.</summary>
    public void Add(string member) => _having.Add(member);

    /// <summary>A member's saved features came back.</summary>
    public void Restore(string member, ReadOnlySpan<byte> features)
    {
        if (_reader.HasAny(features)) _having.Add(member);
    }

    /// <summary>At most so many outcomes behind a place, or from the first; fewer when many others had to be looked at.</summary>
    public async Task<OutcomeSlice> ListAsync(OutcomeQuestion question, OutcomePlace? after, int limit)
    {
        var rows = ImmutableArray.CreateBuilder<OutcomeRow>();
        var asked = Next(question, after?.Member, included: true);
        for (var looked = asked.Count; ; looked += asked.Count)
        {
            foreach (var row in (await ReadAsync(question, asked)).SelectMany(one => one.Rows))
            {
                if (row.Place.Member == after?.Member && row.Place.Key <= after.Value.Key) continue;
                if (rows.Count == limit) return new OutcomeSlice(rows.ToImmutable(), rows[^1].Place);
                rows.Add(row);
            }

            if (asked.Count < ReadAtATime) return new OutcomeSlice(rows.ToImmutable(), null);
            if (looked >= MostLookedAt) return new OutcomeSlice(rows.ToImmutable(), new OutcomePlace(asked[^1], long.MaxValue));
            asked = Next(question, asked[^1], included: false);
        }
    }

    /// <summary>Some members with the outcomes that are asked for and their features, behind a member.</summary>
    public async Task<OutcomeMembers> ReadAsync(OutcomeQuestion question, string? after)
    {
        var next = Next(question, after, included: false);
        var read = await ReadAsync(question, next);
        return new OutcomeMembers(
            [
                .. read.Select(one => new MemberOutcomes(
                    one.Member, one.Rows, [.. PortableFeatures.Export(one.Features, symbols).Bytes.Span])),
            ],
            next.Count < ReadAtATime ? null : next[^1]);
    }

    private async Task<List<(string Member, byte[] Features, ImmutableArray<OutcomeRow> Rows)>> ReadAsync(
        OutcomeQuestion question, List<string> asked)
    {
        var features = await featuresOf([.. asked.Select(member => members.Find(member)!)]);
        var read = new List<(string, byte[], ImmutableArray<OutcomeRow>)>();
        for (var i = 0; i < asked.Count; i++)
        {
            var rows = RowsOf(asked[i], features[i], question);
            if (!rows.IsEmpty) read.Add((asked[i], features[i], rows));
        }

        return read;
    }

    private ImmutableArray<OutcomeRow> RowsOf(string member, byte[] features, OutcomeQuestion question) =>
        [.. _reader.Read(features).Where(question.Asks).Select(one => new OutcomeRow(new OutcomePlace(member, one.Key), one.AmountThousandths))];

    /// <summary>The next members behind one, or from it on; from the first if it is null.</summary>
    private List<string> Next(OutcomeQuestion question, string? member, bool included)
    {
        if (question.Member.Length > 0) return _having.Contains(question.Member) && (member is null || included) ? [question.Member] : [];
        IEnumerable<string> rest = _having;
        if (member is not null) rest = StringComparer.Ordinal.Compare(member, _having.Max) > 0 ? [] : _having.GetViewBetween(member, _having.Max);
        return [.. rest.Where(one => included || one != member).Take(ReadAtATime)];
    }
}
