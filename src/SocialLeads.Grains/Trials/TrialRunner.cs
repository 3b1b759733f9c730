using System.Collections.Immutable;
using SocialLeads.Grains.Listening;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Trials;

namespace SocialLeads.Grains.Trials;

/// <summary>
/// Replays two models over the members of a tenant as of past days. The partitions score, at most half of the machine's cores at a
/// time; here one day's points are held at a time, twenty-four bytes a member, and compared. For accuracy more are held, up to a bound.
/// </summary>
public sealed class TrialRunner(TenantPartitions tenants)
{
    /// <summary>Members each list names at most.</summary>
    public const int Listed = 20;

    /// <summary>Members that are compared at a time: some hundred megabytes.</summary>
    public const int MostMembers = 4_000_000;

    /// <summary>Days before the newest activity that are tried when none are named.</summary>
    private static readonly int[] _daysBefore = [0, 30, 60, 90];

    private static int PartitionsAtATime => Math.Max(1, Environment.ProcessorCount / 2);

    /// <param name="tenant">Whose members.</param>
    /// <param name="plan">What is tried.</param>
    /// <param name="progress">Told now and then, one at a time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TrialException">It cannot be run, or not to its end.</exception>
    public async Task<TrialResult> RunAsync(
        string tenant, TrialPlan plan, Func<TrialProgress, Task> progress, CancellationToken cancellationToken)
    {
        var partitions = tenants.Of(tenant);
        var active = await DaysAsync(partitions, cancellationToken);
        var days = plan.Days.Count > 0 ? plan.Days : [.. _daysBefore.Select(before => active.NewestDay - before).Where(day => day >= active.FirstDay)];
        var report = new List<TrialDay>();
        var evaluation = new TrialEvaluation(plan);
        using var steps = new TrialSteps(progress, (long)active.Members * days.Count);
        if (days.Count > 0) await ReadTextsAsync(partitions, new TrialQuestion(plan.Draft, plan.Against, days[0]), steps, cancellationToken);
        var eras = new Guid?[partitions.Length];
        foreach (var day in days)
        {
            var question = new TrialQuestion(plan.Draft, plan.Against, day);
            var scored = await ScoreAsync(partitions, question, eras, steps, cancellationToken);
            var colleagues = new[]
            {
                new TrialColleagues(TrialScorers.ModelOf(plan.Draft), scored, points => points.Draft),
                new TrialColleagues(TrialScorers.ModelOf(plan.Against), scored, points => points.Against),
            };
            report.Add(await CompareAsync(partitions, question, scored, colleagues));
            evaluation.Add(day, scored);
        }

        return new TrialResult(report, await Task.Run(() => evaluation.Measure(cancellationToken), cancellationToken));
    }

    /// <summary>Has each partition read its log once if a filter of the models is not counted there.</summary>
    private static async Task ReadTextsAsync(
        ImmutableArray<IPartitionGrain> partitions, TrialQuestion question, TrialSteps steps, CancellationToken cancellationToken)
    {
        var trial = Guid.NewGuid();
        var read = new FilterProgress?[partitions.Length];
        await EachAsync(partitions, async (partition, at) =>
        {
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                read[at] = await partition.PrepareTrial(trial, question);
                if (read.Aggregate(static (left, right) => left is null ? right : right is null ? left : left.With(right)) is { } all)
                    await steps.ReadAsync(question.AsOfDay, all);
            }
            while (read[at] is { IsComplete: false });
        }, cancellationToken);
    }

    private static async Task<ActiveDays> DaysAsync(ImmutableArray<IPartitionGrain> partitions, CancellationToken cancellationToken)
    {
        var all = new ActiveDays[partitions.Length];
        await EachAsync(partitions, async (partition, at) =>
        {
            var sum = new ActiveDays(0, int.MaxValue, int.MinValue, 0);
            while (sum.Next >= 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var slice = await partition.ActiveDays(sum.Next);
                sum = Sum(sum, slice) with { Next = slice.Next };
            }

            all[at] = sum;
        }, cancellationToken);
        var total = all.Aggregate(Sum);
        if (total.NewestDay == int.MinValue) throw new TrialException(TrialFailure.NoActivity, "No member has done anything yet.");
        return total.Members <= MostMembers
            ? total
            : throw new TrialException(TrialFailure.TooManyMembers, $"There are {total.Members:N0} members; at most {MostMembers:N0} are compared.");
    }

    private static ActiveDays Sum(ActiveDays left, ActiveDays right) => new(
        left.Members + right.Members, Math.Min(left.FirstDay, right.FirstDay), Math.Max(left.NewestDay, right.NewestDay), 0);

    private static async Task<PartitionPoints[]> ScoreAsync(
        ImmutableArray<IPartitionGrain> partitions, TrialQuestion question, Guid?[] eras, TrialSteps steps, CancellationToken cancellationToken)
    {
        var scored = new PartitionPoints[partitions.Length];
        await EachAsync(partitions, async (partition, at) =>
        {
            var points = scored[at] = new PartitionPoints(eras[at]);
            for (var next = 0; next >= 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var slice = await partition.TrySlice(question, next);
                points.Add(slice);
                next = slice.Next;
                await steps.MadeAsync(question.AsOfDay, slice.Draft.Length);
            }

            eras[at] = points.Era;
        }, cancellationToken);
        return scored;
    }

    private static async Task<TrialDay> CompareAsync(
        ImmutableArray<IPartitionGrain> partitions, TrialQuestion question, PartitionPoints[] scored, TrialColleagues[] colleagues)
    {
        var figures = TrialComparison.Of(
            [.. scored.SelectMany(points => points.Draft)], [.. scored.SelectMany(points => points.Against)], Listed);
        var members = await ExplainAsync(partitions, scored, colleagues, question, figures);
        return new TrialDay(
            question.AsOfDay, figures, Named(figures.BestEntering, members), Named(figures.BestLeaving, members), Named(figures.Movers, members));
    }

    private static List<TrialMove> Named(ImmutableArray<TrialPlace> places, Dictionary<int, TrialMember> members) =>
        [.. places.Select(place => new TrialMove(members[place.Index], place))];

    /// <summary>Those whom a list names, by their index in the comparison.</summary>
    private static async Task<Dictionary<int, TrialMember>> ExplainAsync(
        ImmutableArray<IPartitionGrain> partitions, PartitionPoints[] scored, TrialColleagues[] colleagues, TrialQuestion question, TrialFigures figures)
    {
        var named = figures.BestEntering.Concat(figures.BestLeaving).Concat(figures.Movers).Select(place => place.Index).Distinct().Order().ToList();
        var members = new Dictionary<int, TrialMember>();
        var first = 0;
        for (var at = 0; at < partitions.Length; at++)
        {
            var points = scored[at];
            var here = named.Where(index => index >= first && index < first + points.Draft.Count).ToList();
            if (here.Count > 0)
            {
                var offset = first;
                var asked = here.Select(index => new TrialNamed(
                    points.Indices[index - offset],
                    colleagues[0].FigureOf(scored, at, index - offset),
                    colleagues[1].FigureOf(scored, at, index - offset)));
                var answer = await partitions[at].ExplainTrial(question, [.. asked]);
                points.Check(answer.Era);
                for (var i = 0; i < here.Count; i++) members.Add(here[i], answer.Members[i]);
            }

            first += points.Draft.Count;
        }

        return members;
    }

    private static Task EachAsync(
        ImmutableArray<IPartitionGrain> partitions, Func<IPartitionGrain, int, Task> work, CancellationToken cancellationToken) => Parallel.ForEachAsync(
            partitions.Select((partition, at) => (Partition: partition, At: at)),
            new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtATime, CancellationToken = cancellationToken },
            async (one, _) => await work(one.Partition, one.At));
}
