using System.Globalization;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;
using SocialLeads.Scoring.Evaluation;
using SocialLeads.Scoring.Learning;
using SocialLeads.V1;

namespace SocialLeads.Cli.Evaluate;

/// <summary>The members as a model of the server ranks them.</summary>
/// <param name="server">The server.</param>
/// <param name="model">The model as the server knows it; empty for its default.</param>
/// <param name="ablation">Signals whose contributions are taken off; null for none.</param>
internal sealed class ModelRanking(ServerConnection server, string model, Ablation? ablation = null) : IRanking
{
    private const int PageSize = 1_000;

    private string? _name;

    public string Name => (_name ?? model) + (ablation is null ? "" : $", {ablation.Title}");

    public bool IsModel => true;

    public async Task<IReadOnlyDictionary<string, RankedScore>> RankAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var request = new ListLeadsRequest
        {
            Model = model,
            AsOf = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            View = ablation is null ? LeadView.Basic : LeadView.Full,
        };
        var list = await LeadList.ReadAsync(server, request, DayTable.MaxMembers, cancellationToken, PageSize);
        if (list.TotalSize > DayTable.MaxMembers)
        {
            throw new CliException(ExitCode.Refused,
                $"as of {list.AsOf} there are {Figures.Count(list.TotalSize)} members; at most {Figures.Count(DayTable.MaxMembers)} can be evaluated");
        }

        var name = $"{list.Model}@{list.ModelVersion.ToString(CultureInfo.InvariantCulture)}";
        if (_name is not null && _name != name)
            throw new CliException(ExitCode.Refused, $"{_name} became {name} meanwhile: run it again");
        _name = name;
        return list.Leads.ToDictionary(lead => lead.Member, ScoreOf, StringComparer.Ordinal);
    }

    private RankedScore ScoreOf(Lead lead)
    {
        var (points, score) = ablation?.Apply(lead) ?? (lead.Points, lead.Score);
        return new(points, Logistic.Logit(score / 100), score / 100);
    }
}
