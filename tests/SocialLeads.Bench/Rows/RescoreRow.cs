using System.Globalization;
using SocialLeads.Bench.Inside;
using SocialLeads.Bench.Results;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Packs;

namespace SocialLeads.Bench.Rows;

/// <summary>
/// Scoring everybody again, as a new model or a new day asks for: the boards of all partitions are built anew within this process,
/// each partition by a task, as its grain would.
/// </summary>
internal sealed class RescoreRow : IRow
{
    private const int ActivitiesEach = 4;

    public string Name => "rescore";

    public string Title => "Scoring everybody again";

    public async Task<IReadOnlyList<Result>> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        var plan = lab.PlanOf(lab.Scale.RescoredMembers);
        var models = new ModelCatalog(ModelPacks.Load());
        var model = models.Find(ModelCatalog.DefaultModel)!;
        lab.Say(string.Create(CultureInfo.InvariantCulture, $"{Name}: {plan.Members:N0} members act {ActivitiesEach} times each"));
        var partitions = FilledPartitions.Of(models, plan, ActivitiesEach);
        var loops = PlainLoop.Of(model, partitions);
        var today = UtcDay.OfUnixMs(plan.NowMs);
        var (boards, loop) = await lab.InTurnAsync(
            Name,
            run => TimeAsync(lab, () => Task.WhenAll(partitions.Select(state => Task.Run(() => BuildAsync(state, model, today - run))))),
            run => TimeAsync(lab, () =>
            {
                foreach (var one in loops) one.Score(today - run);
                return Task.CompletedTask;
            }));
        return
        [
            new Result(Name, string.Create(CultureInfo.InvariantCulture, $"Scoring {plan.Members:N0} members again, ranked"), "s", boards)
            {
                RivalName = "a plain single-threaded loop over the same counters, not ranked", Rival = loop,
                Note = string.Create(CultureInfo.InvariantCulture, $"{FilledPartitions.CellsOf(partitions):0.0} counters by day for each member; boards of {FilledPartitions.Count} partitions on all cores."),
            },
        ];
    }

    private static Task<Board> BuildAsync(PartitionState state, ScoringModel model, int day) =>
        state.Boards.GetAsync(new BoardKey(new BoardId(model.Id, model.Version, day), ByCompany: false)).AsTask();

    private static async Task<double> TimeAsync(Lab lab, Func<Task> work)
    {
        var start = lab.Clock.GetTimestamp();
        await work();
        return lab.Clock.GetElapsedTime(start).TotalSeconds;
    }
}
