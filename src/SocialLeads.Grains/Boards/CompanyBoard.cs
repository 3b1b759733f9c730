using SocialLeads.Grains.Companies;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Boards;

/// <summary>
/// A board that keeps members by company. Each is ranked by the own points and what the colleagues add, who are in other
/// partitions, too: what the companies are as a whole is taken over before somebody reads.
/// </summary>
internal sealed class CompanyBoard(
    BoardKey key, Scorer scorer, MemberPoints points, RankedList ranked, MemberTable members, PartitionCompanies companies)
    : Board(key, scorer, points, ranked)
{
    /// <summary>Members ranked anew, or companies looked at, in one turn.</summary>
    private const int MostInTurn = 2048;

    private CompanyTable? _table;
    private long _stamp;
    private readonly TakingTurns _turns = new();

    /// <summary>What others have to know of the companies here.</summary>
    public PartitionCompanies Companies => companies;

    /// <inheritdoc/>
    public override void Place(MemberEntry entry, OwnPoints own) => Rank(entry, companies.Place(entry, own));

    /// <summary>
    /// Has members ranked by what the companies are as a whole, some at a time, so that a large company does not hold up the
    /// partition. When it completes, all of the table is taken over.
    /// </summary>
    public Task TakeOverAsync(CompanyTable table) => _turns.RunAsync(async () =>
    {
        var (changed, newest) = table.Since(_table == table ? _stamp : 0);
        var steps = 0;
        foreach (var company in changed)
        {
            if (++steps % MostInTurn == 0) await Task.Yield();
            foreach (var member in companies.TakeOver(company))
            {
                var entry = members.Find(member.Member)!;
                Rank(entry, companies.PointsOf(entry));
                if (++steps % MostInTurn == 0) await Task.Yield();
            }
        }

        (_table, _stamp) = (table, newest);
        return steps;
    });
}
