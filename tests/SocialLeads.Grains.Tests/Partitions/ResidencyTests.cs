using Microsoft.Extensions.Logging.Abstractions;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Grains.Ranking;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Storage;
using SocialLeads.Storage.Sqlite;

namespace SocialLeads.Grains.Tests.Partitions;

/// <summary>That most members are not in memory shows in nothing but the time it takes.</summary>
public sealed class ResidencyTests : IDisposable
{
    private const string Tenant = "default";
    private const int Members = 90;
    private static readonly int _today = new DateOnly(2026, 3, 10).DayNumber;
    private static readonly long _nowMs = UtcDay.ToUnixMs(_today) + 1000;

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;
    private readonly string _residentFolder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_residentFolder, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whatever_happens_features_scores_and_ranking_are_those_of_members_who_are_all_in_memory(int seed)
    {
        var random = new Random(seed);
        await using var resident = await TestSilo.StartAsync(_residentFolder);
        var silo = await StartAsync();
        try
        {
            var id = 0;
            for (var step = 0; step < 60; step++)
            {
                switch (random.Next(12))
                {
                    case 0:
                        await silo.DisposeAsync();
                        silo = await StartAsync();
                        break;
                    case 1:
                        await silo.CrashAsync();
                        silo = await StartAsync();
                        break;
                    case 2:
                        FailSometimes(silo.Store, random);
                        break;
                    case 3:
                        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Until(() => Score(silo, random.Next(Members)))));
                        break;
                    case 4:
                        await Until(() => silo.Ranking.List(Tenant, Board(silo, _today - random.Next(4)), null, Members));
                        break;
                    default:
                        var batches = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Batch(random, ref id)).ToList();
                        var reading = Until(() => Score(silo, random.Next(Members)));
                        await Task.WhenAll(batches.Select(batch => RecordUntilTaken(silo, batch)));
                        foreach (var batch in batches) await RecordUntilTaken(resident, batch);
                        await reading;
                        break;
                }
            }

            Assert.Equal(await Everything(resident), await Everything(silo));
        }
        finally
        {
            await silo.DisposeAsync();
        }

        await resident.DisposeAsync();
        Assert.Equal(await SavedFeatures(_residentFolder), await SavedFeatures(_folder));
    }

    [Fact]
    public async Task A_request_whose_members_cannot_be_read_is_refused_before_anything_of_it_is_logged()
    {
        await using var silo = await StartAsync();
        await RecordAndSaveAll(silo);
        var before = silo.Store.Appends;
        silo.Store.BeforeReadMembers = () => throw new StoreUnavailableException("The disk is gone.");
        var everybody = Enumerable.Range(0, Members).Select(i => Post($"again-{i}", $"m{i}")).ToArray();

        Assert.Equal(RecordStatus.StoreUnavailable, (await silo.Recorder.Record(Tenant, _nowMs, [.. everybody])).Status);

        Assert.Equal(before, silo.Store.Appends);
        silo.Store.BeforeReadMembers = () => Task.CompletedTask;
        Assert.All((await silo.Recorder.Record(Tenant, _nowMs, [.. everybody])).Accepted, Assert.True);
    }

    [Fact]
    public async Task A_damaged_state_of_a_member_who_is_not_in_memory_is_folded_again_from_the_log()
    {
        await using var silo = await StartAsync();
        await RecordAndSaveAll(silo);
        var before = await Everything(silo);
        var reads = 0;
        silo.Store.AfterReadMembers = () => Task.FromResult(Interlocked.Increment(ref reads));
        silo.Store.DamagedMembers.UnionWith(Enumerable.Range(0, Members).Select(i => $"m{i}"));

        // Scores of a day that nobody asked about before are not remembered.
        for (var i = 0; i < Members; i++) await Until(() => silo.Ranking.Score(Tenant, Board(silo, _today - 1), [$"m{i}"]));

        Assert.True(reads > 0, "Everybody was in memory.");
        Assert.Equal(before, await Everything(silo));
    }

    [Fact]
    public async Task A_saved_state_that_is_sound_by_its_checksum_and_yet_none_is_folded_again_from_the_log()
    {
        string before;
        await using (var silo = await StartAsync())
        {
            await RecordAndSaveAll(silo);
            before = await Everything(silo);
            foreach (var id in new PartitionRouter(2).PartitionsOf(Tenant))
            {
                var partition = silo.Store.Partition(id);
                var saved = await partition.LoadAsync(0, TestContext.Current.CancellationToken);
                var members = await partition.ReadMembersAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
                SavedMember[] spoilt =
                [
                    members[0] with { State = new byte[] { 9, 9, 9 } }, members[1] with { State = Array.Empty<byte>() },
                    members[2] with { State = members[2].State[..^1] },
                ];
                await partition.SaveCheckpointAsync(
                    new Checkpoint(saved.CheckpointPosition, spoilt, [], [], int.MinValue), TestContext.Current.CancellationToken);
            }
        }

        await using var again = await StartAsync();
        Assert.Equal(before, await Everything(again));
    }

    private Task<TestSilo> StartAsync() => TestSilo.StartAsync(
        _folder, options => (options.MaxResidentMembers, options.CheckpointAfterActivities) = (16, 12));

    private static void FailSometimes(FaultyStore store, Random random)
    {
        var left = random.Next(1, 4);
        var failing = () => Interlocked.Decrement(ref left) >= 0 ? throw new StoreUnavailableException("The disk is full.") : Task.CompletedTask;
        switch (random.Next(4))
        {
            case 0:
                store.BeforeAppend = failing;
                break;
            case 1:
                store.AfterAppend = failing;
                break;
            case 2:
                store.BeforeReadMembers = failing;
                break;
            default:
                store.BeforeCheckpoint = failing;
                break;
        }
    }

    private static Activity[] Batch(Random random, ref int id)
    {
        var batch = new Activity[random.Next(1, 30)];
        for (var i = 0; i < batch.Length; i++)
        {
            // Some ids come again.
            var which = random.Next(8) == 0 ? random.Next(id + 1) : id++;
            batch[i] = Post($"{which}", $"m{which * 7919 % Members}") with { OccurredAtMs = _nowMs - which * 9_000_000L };
        }

        return batch;
    }

    private static Activity Post(string id, string member) =>
        new() { Id = id, Member = member, Kind = "post", OccurredAtMs = _nowMs, Group = "integrations", Tags = ["pricing"] };

    /// <summary>Has everybody act and be saved, so that all but a few leave memory.</summary>
    private static async Task RecordAndSaveAll(TestSilo silo)
    {
        for (var i = 0; i < Members; i++) await RecordUntilTaken(silo, [Post($"{i}", $"m{i}")]);
        var saved = new TaskCompletionSource();
        silo.Store.AfterCheckpoint = () =>
        {
            saved.TrySetResult();
            return Task.CompletedTask;
        };
        for (var i = 0; !saved.Task.IsCompleted; i++) await RecordUntilTaken(silo, [Post($"more-{i}", $"m{i % Members}")]);
        // Who waits to be scored stays; when somebody has looked, the next commit lets them go.
        await silo.Ranking.List(Tenant, Board(silo, _today), null, 1);
        for (var i = 0; i < 10; i++) await RecordUntilTaken(silo, [Post($"last-{i}", $"m{i}")]);
    }

    private static Task<bool> RecordUntilTaken(TestSilo silo, Activity[] batch) => Until(async () =>
        (await silo.Recorder.Record(Tenant, _nowMs, [.. batch])).Status == RecordStatus.Recorded
            ? true
            : throw new StoreUnavailableException("It was not taken."));

    /// <summary>What a client does that is told to come again.</summary>
    private static async Task<T> Until<T>(Func<Task<T>> call)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await call();
            }
            catch (StoreUnavailableException) when (tries < 100)
            {
                // The next try finds the store well, or the partition started again.
            }
        }
    }

    private static BoardId Board(TestSilo silo, int day) =>
        new(ModelCatalog.DefaultModel, silo.Models.Find(ModelCatalog.DefaultModel)!.Version, day);

    private static Task<RankedScores> Score(TestSilo silo, int member) => silo.Ranking.Score(Tenant, Board(silo, _today), [$"m{member}"]);

    /// <summary>Ranking of two days and every contribution, as text that compares.</summary>
    private static async Task<string> Everything(TestSilo silo)
    {
        var page = await Until(() => silo.Ranking.List(Tenant, Board(silo, _today), null, Members));
        var past = await Until(() => silo.Ranking.List(Tenant, Board(silo, _today - 3), null, Members));
        var lines = new List<string>(past.Keys.Select(key => $"{key}"));
        foreach (var key in page.Keys)
        {
            var score = (await Until(() => silo.Ranking.Score(Tenant, Board(silo, _today), [key.Member]))).Scores[0];
            lines.Add($"{key} {score!.Score:R} {string.Join(" ", score.Contributions)}");
        }

        return string.Join('\n', lines);
    }

    /// <summary>What a stopped silo saved, in a form that does not depend on how series were numbered.</summary>
    private static async Task<List<string>> SavedFeatures(string folder)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var store = await SqliteStore.OpenAsync(new SqliteStoreOptions { DataDirectory = folder }, NullLogger.Instance, cancel);
        var lines = new List<string>();
        foreach (var id in new PartitionRouter(2).PartitionsOf(Tenant))
        {
            var partition = store.Partition(id);
            var symbols = new SymbolTable();
            foreach (var symbol in (await partition.LoadAsync(0, cancel)).Symbols) symbols.Intern(SymbolTable.Parse(symbol.Text));
            await foreach (var saved in partition.ReadMembersAsync(cancel))
                lines.Add($"{saved.Member} {Convert.ToHexString(PortableFeatures.Export(saved.State.Span, symbols).Bytes.Span)}");
        }

        return lines;
    }
}
