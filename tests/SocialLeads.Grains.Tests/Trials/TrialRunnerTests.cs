using SocialLeads.Grains.Tests.Models;
using SocialLeads.Grains.Tests.Partitions;
using SocialLeads.Grains.Trials;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Grains.Tests.Trials;

/// <summary>Trials over partitions of several slices, most of whose members are not in memory.</summary>
public sealed class TrialRunnerTests : IDisposable
{
    private const string Tenant = "default";
    private const int Members = 2_500;

    private static readonly int _day = new DateOnly(2026, 3, 10).DayNumber;

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Everybody_is_compared_once_and_progress_comes_to_its_end()
    {
        await using var silo = await StartAsync();
        var told = new List<TrialProgress>();

        var days = (await silo.Trials.RunAsync(Tenant, Plan(PublishedModels.Posts, _day, _day - 2), Tell, Cancel)).Days;

        Assert.Equal([(_day, Members), (_day - 2, Members / 5 * 3)], days.Select(day => (day.AsOfDay, day.Figures.Members)));
        Assert.All(days, day => Assert.Equal((1.0, 1.0, 0, 0), (day.Figures.KendallTauB, day.Figures.Spearman, day.Figures.Entering, day.Figures.Leaving)));
        Assert.Equal((2L * Members, 2L * Members), (told[^1].Scored, told[^1].Total));
        Assert.Equal(told.Select(one => one.Scored).Order(), told.Select(one => one.Scored));

        Task Tell(TrialProgress progress)
        {
            told.Add(progress);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Named_members_are_those_whose_points_moved()
    {
        await using var silo = await StartAsync();
        var reversed = PublishedModels.Posts.Replace("weight: 1,", "weight: -1,", StringComparison.Ordinal);

        var days = (await silo.Trials.RunAsync(Tenant, Plan(reversed, _day), _ => Task.CompletedTask, Cancel)).Days;

        var day = Assert.Single(days);
        Assert.Equal(-1, day.Figures.KendallTauB);
        Assert.NotEmpty(day.Movers);
        foreach (var (member, _) in day.Movers.Concat(day.Entering).Concat(day.Leaving))
        {
            var posts = PostsOf(int.Parse(member.Member.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal((-1_000L * posts, 1_000L * posts), (member.DraftPoints, member.AgainstPoints));
            Assert.Equal([new SignalDifference("posts", -1_000L * posts, 1_000L * posts)], member.Signals);
        }
    }

    [Fact]
    public async Task Without_activity_there_is_nothing_to_try()
    {
        await using var silo = await TestSilo.StartAsync(_folder);

        var refused = await Assert.ThrowsAsync<TrialException>(() => silo.Trials.RunAsync(
            Tenant, Plan(PublishedModels.Posts), _ => Task.CompletedTask, Cancel));

        Assert.Equal(TrialFailure.NoActivity, refused.Failure);
    }

    [Fact]
    public async Task A_trial_that_is_given_up_ends()
    {
        await using var silo = await StartAsync();
        using var given = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => silo.Trials.RunAsync(
            Tenant, Plan(PublishedModels.Posts, _day), _ => given.CancelAsync(), given.Token));
    }

    /// <summary>
    /// Members 0 to 39 posted 1, 2 or 3 times; whoever posted three times is found, a day later or after the horizon, or long ago.
    /// </summary>
    [Fact]
    public async Task Accuracy_is_measured_on_the_days_that_tell_members_apart()
    {
        await using var silo = await StartAsync();
        var outcomes = Enumerable.Range(0, 120).Where(member => PostsOf(member) == 3).Select(member => member switch
        {
            < 6 => Outcome(member, OutcomeKind.Won, _day - 20),
            < 9 => Outcome(member, OutcomeKind.Won, _day + 60),
            < 12 => Outcome(member, OutcomeKind.Rejected, _day - 5),
            _ => Outcome(member, OutcomeKind.Qualified, _day - 10 + 1 + member % 30),
        });
        await silo.Recorder.Record(Tenant, UtcDay.ToUnixMs(_day), [.. outcomes]);
        var reversed = PublishedModels.Posts.Replace("weight: 1,", "weight: -1,", StringComparison.Ordinal);
        int[] days = [_day - 10, _day - 3, _day, _day - 300];

        var plan = new TrialPlan(reversed, PublishedModels.Posts, days, 40, _day + 40);
        var accuracy = (await silo.Trials.RunAsync(Tenant, plan, _ => Task.CompletedTask, Cancel)).Accuracy;

        var found = Enumerable.Range(12, 108).Where(member => PostsOf(member) == 3).ToList();
        Assert.Equal((40, found.Count + 3), (accuracy.Within, accuracy.FoundMembers));
        Assert.Equal(
            days.Select(day => Expected(day, [.. found, 8])), accuracy.Days.Select(day => (day.AsOfDay, day.Members, day.Positives, day.LeftOut, day.NotSeen)));
        Assert.Equal(
            [AccuracyGap.NobodyFound, AccuracyGap.None, AccuracyGap.None, AccuracyGap.NobodyFound], accuracy.Days.Select(day => day.Gap));
        var measured = accuracy.Measured!;
        Assert.Equal(500, measured.Draws);
        // Of all who posted three times a few are to be found, and nobody else: those who posted less stand behind or before all of them.
        var (auc, worst) = (measured.Against.Figures["auc"], measured.Draft.Figures["auc"]);
        Assert.Equal(1, auc.Value + worst.Value, 1e-12);
        Assert.InRange(auc.Value, 0.8, 0.9);
        Assert.InRange(auc.Value, auc.Interval.Low, auc.Interval.High);
        Assert.Equal(worst.Value - auc.Value, measured.Difference["auc"].Value, 1e-12);
        Assert.True(measured.Difference["auc"].Interval.High < 0);
        Assert.True(measured.Against.Figures.ContainsKey("brier") && measured.Against.Reliability.Count > 0);

        (int, int, int, int, int) Expected(int day, IReadOnlyList<int> positive)
        {
            var there = Enumerable.Range(0, Members).Where(member => _day - member % 5 <= day).ToHashSet();
            var first = positive.ToDictionary(member => member, member => member == 8 ? _day + 60 : _day - 10 + 1 + member % 30);
            var leftOut = first.Where(pair => there.Contains(pair.Key) && pair.Value <= day).Select(pair => pair.Key).ToHashSet();
            if (there.Contains(2) && _day - 20 <= day) leftOut.Add(2);
            if (there.Contains(5) && _day - 20 <= day) leftOut.Add(5);
            var ahead = first.Where(pair => pair.Value > day && pair.Value <= day + 40).Select(pair => pair.Key).ToList();
            if (_day - 20 > day && _day - 20 <= day + 40) ahead.AddRange([2, 5]);
            return (day, there.Count - leftOut.Count, ahead.Count(there.Contains), leftOut.Count, ahead.Count(member => !there.Contains(member)));
        }
    }

    [Fact]
    public async Task A_day_whose_horizon_is_not_over_has_no_part_in_accuracy()
    {
        await using var silo = await StartAsync();
        await silo.Recorder.Record(Tenant, UtcDay.ToUnixMs(_day), [Outcome(2, OutcomeKind.Won, _day + 1)]);
        var plan = new TrialPlan(PublishedModels.Posts, PublishedModels.Posts, [_day], 40, _day + 39);
        var accuracy = (await silo.Trials.RunAsync(Tenant, plan, _ => Task.CompletedTask, Cancel)).Accuracy;
        Assert.Equal((AccuracyGap.NotOver, 1), (Assert.Single(accuracy.Days).Gap, accuracy.FoundMembers));
        Assert.Null(accuracy.Measured);
    }

    private static TrialPlan Plan(string draft, params int[] days) => new(draft, PublishedModels.Posts, days, 60, _day + 60);

    private static Activity Outcome(int member, OutcomeKind kind, int day) => new()
    {
        Id = "\u0001o",
        Member = $"m{member}",
        Kind = ActivityKinds.Outcome,
        Outcome = kind,
        OccurredAtMs = UtcDay.ToUnixMs(day),
    };

    /// <summary>The nth member posted on one of five days in a row, as often as <see cref="PostsOf"/> says.</summary>
    private async Task<TestSilo> StartAsync()
    {
        var silo = await TestSilo.StartAsync(_folder, options => (options.MaxResidentMembers, options.CheckpointAfterActivities) = (16, 1_000));
        var activities = Enumerable.Range(0, Members).SelectMany(member => Enumerable.Range(0, PostsOf(member)).Select(post => new Activity
        {
            Id = $"{post}",
            Member = $"m{member}",
            Kind = "post",
            OccurredAtMs = UtcDay.ToUnixMs(_day - member % 5),
        }));
        foreach (var batch in activities.Chunk(2_000)) await silo.Recorder.Record(Tenant, UtcDay.ToUnixMs(_day), [.. batch]);
        return silo;
    }

    private static int PostsOf(int member) => 1 + member % 3;
}
