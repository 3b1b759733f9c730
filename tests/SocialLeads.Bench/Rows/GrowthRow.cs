using System.Globalization;
using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Processes;
using SocialLeads.Bench.Results;

namespace SocialLeads.Bench.Rows;

/// <summary>Durable ingest into a large community against a small one.</summary>
internal sealed class GrowthRow : IRow
{
    private const int Small = 10_000;

    public string Name => "growth";

    public string Title => "Streamed ingest as the community grows";

    public async Task<IReadOnlyList<Result>> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        var (largePlan, smallPlan) = (lab.PlanOf(lab.Scale.GrowthMembers), lab.PlanOf(Small));
        await using var large = await Contestant.ServerAsync(lab, LoadKind.Stream, cancellationToken, Saving.ByActivities);
        await using var small = await Contestant.ServerAsync(lab, LoadKind.Stream, cancellationToken, Saving.ByActivities);
        lab.Say($"{Name}: every member acts once");
        await large.PopulateAsync(largePlan, cancellationToken);
        await small.PopulateAsync(smallPlan, cancellationToken);
        var (figure, rival) = await lab.InTurnAsync(
            Name,
            _ => large.FeedAsync(largePlan, lab.Scale.SustainedActivities, cancellationToken),
            _ => small.FeedAsync(smallPlan, lab.Scale.SustainedActivities, cancellationToken));
        return
        [
            new Result(
                Name, string.Create(CultureInfo.InvariantCulture, $"Streamed ingest at {lab.Scale.GrowthMembers:N0} members"), "activities/s", figure)
            {
                RivalName = string.Create(CultureInfo.InvariantCulture, $"itself at {Small:N0} members"),
                Rival = rival,
                Target = Target.AtLeast(0.85),
            },
        ];
    }
}
