using System.Collections.Immutable;
using System.Reflection;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Members;
using SocialLeads.Grains.Partitions;
using SocialLeads.Grains.Ranking;

namespace SocialLeads.Grains.Tests;

public class ScoreRoundsTests
{
    private static readonly BoardId _slow = new("m", 1, 1);
    private static readonly BoardId _fast = new("m", 1, 2);

    private readonly Partition _partition;
    private readonly ScoreRounds _rounds;

    public ScoreRoundsTests()
    {
        var grain = DispatchProxy.Create<IPartitionGrain, Partition>();
        _partition = (Partition)(object)grain;
        var factory = DispatchProxy.Create<IGrainFactory, Factory>();
        ((Factory)(object)factory).Partition = grain;
        var router = new PartitionRouter(1);
        _rounds = new ScoreRounds(new ScoreRound(router, new TenantPartitions(factory, router)));
    }

    [Fact]
    public async Task A_board_that_is_being_built_holds_up_nobody_who_asks_for_another()
    {
        // More than rounds are under way at a time.
        var slow = Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(_ => Ask(_slow)).ToList();

        var answer = await Ask(_fast).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal([1L], answer.Ranks);
        Assert.All(slow, one => Assert.False(one.IsCompleted));
        _partition.SlowIsBuilt.SetResult();
        Assert.All(await Task.WhenAll(slow), one => Assert.Equal([1L], one.Ranks));
    }

    [Fact]
    public async Task Questions_that_come_meanwhile_share_a_round()
    {
        var asked = Enumerable.Range(0, 100).Select(_ => Ask(_slow)).ToList();

        _partition.SlowIsBuilt.SetResult();
        await Task.WhenAll(asked);

        Assert.InRange(_partition.Rounds, 1, Environment.ProcessorCount + 1);
    }

    [Fact]
    public async Task A_partition_that_fails_fails_those_who_asked_it_and_the_next_round_goes_on()
    {
        _partition.SlowIsBuilt.SetException(new InvalidOperationException("gone"));

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => Ask(_slow));

        Assert.Equal("gone", failed.Message);
        Assert.Equal([1L], (await Ask(_fast)).Ranks);
    }

    [Fact]
    public async Task A_rank_that_cannot_be_counted_fails_the_question()
    {
        _partition.CountFailure = new InvalidOperationException("no board");

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => Ask(_fast));

        Assert.Equal("no board", failed.Message);
    }

    [Fact]
    public async Task A_question_that_no_round_can_answer_fails_and_the_next_is_answered()
    {
        var impossible = new ScoreQuestion("t", _fast, [null!], ranked: true);

        await Assert.ThrowsAnyAsync<Exception>(() => _rounds.Ask(impossible).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));

        Assert.True(impossible.HasFailed);
        Assert.Equal([1L], (await Ask(_fast)).Ranks);
    }

    private Task<RankedScores> Ask(BoardId board) => _rounds.Ask(new ScoreQuestion("t", board, ["anna"], ranked: true));

    public class Partition : DispatchProxy
    {
        private int _rounds;

        public TaskCompletionSource SlowIsBuilt { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Rounds => _rounds;

        public Exception? CountFailure { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(IPartitionGrain.Score) => ScoreAsync((BoardId)args![0]!, (ImmutableArray<string>)args[1]!),
            nameof(IPartitionGrain.CountBefore) when CountFailure is { } failure => Task.FromException<RankCounts>(failure),
            nameof(IPartitionGrain.CountBefore) => Task.FromResult(
                new RankCounts([.. ((ImmutableArray<RankedKey>)args![1]!).Select(static _ => 0)], 1)),
            var other => throw new NotSupportedException(other),
        };

        private async Task<ImmutableArray<MemberScore?>> ScoreAsync(BoardId board, ImmutableArray<string> members)
        {
            Interlocked.Increment(ref _rounds);
            if (board == _slow) await SlowIsBuilt.Task;
            return [.. members.Select(static _ => new MemberScore(1000, 50, 0, 1000, []))];
        }
    }

    public class Factory : DispatchProxy
    {
        public IGrain? Partition { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Partition;
    }
}
