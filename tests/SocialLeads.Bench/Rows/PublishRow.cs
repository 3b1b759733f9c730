using System.Globalization;
using SocialLeads.Bench.Inside;
using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Results;
using SocialLeads.Bench.Traffic;
using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Packs;

namespace SocialLeads.Bench.Rows;

/// <summary>
/// Publishing a model at the server: from the request until everybody is ranked by it, beside nothing and while activities stream in
/// and lists are read. The rival's loop over the same counters has the machine to itself each time.
/// </summary>
internal sealed class PublishRow : IRow
{
    private const int ActivitiesEach = 4;
    private const int Steady = 10_000;

    public string Name => "publish";

    public string Title => "Publishing a model";

    public async Task<IReadOnlyList<Result>> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        var plan = lab.PlanOf(lab.Scale.RescoredMembers);
        lab.Say(string.Create(CultureInfo.InvariantCulture, $"{Name}: {plan.Members:N0} members act {ActivitiesEach} times each"));
        var (loops, cells) = Rival(plan);
        await using var server = await Contestant.ServerAsync(lab, LoadKind.Stream, cancellationToken);
        for (var turn = 0; turn < ActivitiesEach; turn++) await server.PopulateAsync(plan, cancellationToken);
        await using var reader = server.Beside();
        using var publisher = new Publisher(server.Target, lab.Clock);
        var today = UtcDay.OfUnixMs(plan.NowMs);
        var note = string.Create(CultureInfo.InvariantCulture, $"{cells:0.0} counters by day for each member, before what streams in meanwhile.");
        var results = new List<Result>();
        foreach (var traffic in new PublishTraffic[] { new QuietTraffic(), new BusyTraffic(server, reader, plan, Steady), new BusyTraffic(server, reader, plan, 0) })
        {
            var (published, loop) = await lab.InTurnAsync(
                $"{Name}, {traffic.Name}",
                async _ =>
                {
                    var draft = await publisher.DraftAsync(cancellationToken);
                    return await traffic.AroundAsync(() => publisher.PublishAsync(draft, cancellationToken), cancellationToken);
                },
                run => Task.FromResult(Loop(today - run)));
            results.Add(new Result(Name, string.Create(CultureInfo.InvariantCulture, $"Publishing a model for {plan.Members:N0} members, {traffic.Name}"), "s", published)
            {
                RivalName = "a plain single-threaded loop over the same counters, beside nothing, not ranked",
                Rival = loop,
                Target = traffic.IsPromised ? Target.AtMost(3) : null,
                Note = $"{note} {traffic.Seen}".TrimEnd(),
            });
        }

        return results;

        double Loop(int day)
        {
            var start = lab.Clock.GetTimestamp();
            foreach (var one in loops) one.Score(day);
            return lab.Clock.GetElapsedTime(start).TotalSeconds;
        }
    }

    private static (List<PlainLoop> Loops, double Cells) Rival(TrafficPlan plan)
    {
        var models = new ModelCatalog(ModelPacks.Load());
        var partitions = FilledPartitions.Of(models, plan, ActivitiesEach);
        return (PlainLoop.Of(models.Find(ModelCatalog.DefaultModel)!, partitions), FilledPartitions.CellsOf(partitions));
    }
}
