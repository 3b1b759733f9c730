using SocialLeads.Grains.Tests.Models;
using SocialLeads.Grains.Tests.Partitions;
using SocialLeads.Grains.Trials;
using SocialLeads.Scoring.Activities;

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

        var days = await silo.Trials.RunAsync(Tenant, PublishedModels.Posts, PublishedModels.Posts, [_day, _day - 2], Tell, Cancel);

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

        var days = await silo.Trials.RunAsync(Tenant, reversed, PublishedModels.Posts, [_day], _ => Task.CompletedTask, Cancel);

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
            Tenant, PublishedModels.Posts, PublishedModels.Posts, [], _ => Task.CompletedTask, Cancel));

        Assert.Equal(TrialFailure.NoActivity, refused.Failure);
    }

    [Fact]
    public async Task A_trial_that_is_given_up_ends()
    {
        await using var silo = await StartAsync();
        using var given = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => silo.Trials.RunAsync(
            Tenant, PublishedModels.Posts, PublishedModels.Posts, [_day], _ => given.CancelAsync(), given.Token));
    }

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
