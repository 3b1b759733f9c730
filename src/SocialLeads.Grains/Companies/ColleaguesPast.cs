using System.Collections.Immutable;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Members;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Companies;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Companies;

/// <summary>The figure of a member's colleagues on each of many days, from what every partition tells of the companies that the member was at.</summary>
/// <param name="partitions">The partitions of the member's tenant.</param>
/// <param name="model">A model with measure <c>colleagues</c>.</param>
internal sealed class ColleaguesPast(ImmutableArray<IPartitionGrain> partitions, ScoringModel model)
{
    private int _scored;

    /// <summary>The figures from a day to the board's; null when that takes more than <see cref="ScoreHistory.MostScores"/> scores.</summary>
    /// <param name="member">The member.</param>
    /// <param name="board">The model, and the last day.</param>
    /// <param name="domains">The member's own e-mail domain on each day.</param>
    /// <exception cref="StoreUnavailableException">A partition started again meanwhile.</exception>
    public async Task<Points?[]?> FiguresAsync(string member, BoardId board, string[] domains)
    {
        var figures = new Points?[domains.Length];
        var from = board.AsOfDay - domains.Length + 1;
        foreach (var domain in domains.Where(model.Company.IsCompany).Distinct(StringComparer.Ordinal))
        {
            var (first, last) = (Array.IndexOf(domains, domain), Array.LastIndexOf(domains, domain));
            var question = new CompanyDaysQuestion(board with { AsOfDay = from + last }, from + first, domain);
            var parts = await Task.WhenAll(partitions.Select(partition => BestAsync(partition, question)));
            if (_scored > ScoreHistory.MostScores) return null;
            for (var place = first; place <= last; place++)
            {
                if (domains[place] != domain) continue;
                var best = parts.SelectMany(part => part.Of(place - first)).Select(key => new CompanyMember(key.Member, Points.FromThousandths(key.PointsThousandths)));
                figures[place] = CompanyRollup.Of(model.Company, domain, best).ColleaguesOf(member);
            }
        }

        return figures;
    }

    private async Task<BestOfDays> BestAsync(IPartitionGrain partition, CompanyDaysQuestion question)
    {
        var best = new BestOfDays(question.Board.AsOfDay - question.FromDay + 1, model.Company.Top + 1);
        Guid? era = null;
        for (var next = 0; next >= 0 && Volatile.Read(ref _scored) <= ScoreHistory.MostScores;)
        {
            var days = await partition.CompanyDays(question, next);
            if ((era ??= days.Era) != days.Era) throw new StoreUnavailableException("A partition started again while its members were scored.", null);
            for (var place = 0; place < days.Best.Length; place++)
            {
                foreach (var key in days.Best[place]) best.Add(place, key);
            }

            Interlocked.Add(ref _scored, days.Scored);
            next = days.Next;
        }

        return best;
    }
}
