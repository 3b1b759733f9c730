using SocialLeads.Grains.Tests.Partitions;
using SocialLeads.Scoring.Activities;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Tests.Listening;

/// <summary>A filter that comes late counts what it would have counted from the beginning, each activity once.</summary>
public sealed class RefoldTests : IDisposable
{
    private const string Model = "said";

    private static readonly string _first = ListeningRig.Document(Model, "help", "\"what does ... cost\"");
    private static readonly string _second = ListeningRig.Document(Model, "price", "cost*");

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;
    private readonly string _referenceFolder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_referenceFolder, recursive: true);
    }

    /// <summary>
    /// Models are published, retired and published again in the midst of traffic, crashes, restarts and a store that fails; a slice is
    /// one row, and most members are not in memory.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Whatever_happens_the_counts_are_those_of_filters_that_were_there_from_the_beginning(int seed)
    {
        var random = new Random(seed);
        await using var reference = await TestSilo.StartAsync(_referenceFolder);
        int[] versions = [await ListeningRig.AddAsync(reference, _first), await ListeningRig.AddAsync(reference, _second)];
        foreach (var version in versions) await ListeningRig.PublishAsync(reference, Model, version);
        var silo = await StartAsync();
        int[] live = [0, 0];
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
                    case 1 or 2:
                        await silo.CrashAsync();
                        silo = await StartAsync();
                        break;
                    case 3:
                        FailSometimes(silo.Store, random);
                        break;
                    case 4 or 5:
                        var which = random.Next(2);
                        await ToggleAsync(silo, live, which);
                        break;
                    default:
                        var batches = Enumerable.Range(0, random.Next(1, 4)).Select(_ => ListeningRig.Batch(random, ref id)).ToList();
                        await Task.WhenAll(batches.Select(batch => ListeningRig.RecordAsync(silo, batch)));
                        foreach (var batch in batches) await ListeningRig.RecordAsync(reference, batch);
                        break;
                }
            }

            for (var which = 0; which < live.Length; which++)
            {
                if (live[which] == 0) await ToggleAsync(silo, live, which);
                await ListeningRig.PrepareAsync(silo, Model, live[which]);
                await ListeningRig.PrepareAsync(reference, Model, versions[which]);
                Assert.Equal(await ListeningRig.ScoresAsync(reference, Model, versions[which]), await ListeningRig.ScoresAsync(silo, Model, live[which]));
                Assert.True(await ListeningRig.ProgressAsync(silo, which == 0 ? _first : _second) is { IsComplete: true, FromDay: null });
            }
        }
        finally
        {
            await silo.DisposeAsync();
        }

        await reference.DisposeAsync();
        Assert.Equal(await ListeningRig.SavedFeaturesAsync(_referenceFolder), await ListeningRig.SavedFeaturesAsync(_folder));
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_the_log_counts_nothing_twice_and_loses_nothing()
    {
        await using (var silo = await StartAsync())
        {
            var id = 0;
            for (var i = 0; i < 30; i++) await ListeningRig.RecordAsync(silo, ListeningRig.Batch(new Random(i), ref id));
            var version = await ListeningRig.AddAsync(silo, _first);
            var (reached, gate) = HoldAt(silo.Store, position: 5);
            await ListeningRig.PublishAsync(silo, Model, version);
            await reached.WaitAsync(TimeSpan.FromMinutes(1), Cancel);

            // Reads and writes go on, and the progress shows.
            await ListeningRig.RecordAsync(silo, ListeningRig.Batch(new Random(99), ref id));
            var progress = await ListeningRig.ProgressAsync(silo, _first);
            Assert.True(progress is { IsCounted: true, IsComplete: false, Counted: > 0 });
            gate.SetException(new StoreUnavailableException("The power is cut."));
            await silo.CrashAsync();
        }

        await using var again = await StartAsync();
        await ListeningRig.PrepareAsync(again, Model, 1);
        await using var reference = await TestSilo.StartAsync(_referenceFolder);
        await ListeningRig.PublishAsync(reference, Model, await ListeningRig.AddAsync(reference, _first));
        var repeated = 0;
        for (var i = 0; i < 30; i++) await ListeningRig.RecordAsync(reference, ListeningRig.Batch(new Random(i), ref repeated));
        await ListeningRig.RecordAsync(reference, ListeningRig.Batch(new Random(99), ref repeated));
        await ListeningRig.PrepareAsync(reference, Model, 1);
        Assert.Equal(await ListeningRig.ScoresAsync(reference, Model, 1), await ListeningRig.ScoresAsync(again, Model, 1));
    }

    [Fact]
    public async Task A_filter_that_is_not_counted_says_so_and_one_that_is_retired_too()
    {
        await using var silo = await StartAsync();
        await ListeningRig.RecordAsync(silo, [Say("1", "help")]);
        Assert.False((await ListeningRig.ProgressAsync(silo, _first)).IsCounted);
        var version = await ListeningRig.AddAsync(silo, _first);
        await ListeningRig.PublishAsync(silo, Model, version);
        await ListeningRig.PrepareAsync(silo, Model, version);
        Assert.True((await ListeningRig.ProgressAsync(silo, _first)).IsComplete);

        // The other filter has the same name.
        Assert.False((await ListeningRig.ProgressAsync(silo, _second)).IsCounted);
        await ListeningRig.RetireAsync(silo, Model, version);
        var other = await ListeningRig.AddAsync(silo, _second);
        await ListeningRig.PublishAsync(silo, Model, other);
        await ListeningRig.PrepareAsync(silo, Model, other);
        Assert.False((await ListeningRig.ProgressAsync(silo, _first)).IsCounted);
        Assert.True((await ListeningRig.ProgressAsync(silo, _second)).IsComplete);
    }

    [Fact]
    public async Task Of_a_log_that_was_trimmed_the_first_whole_day_is_told()
    {
        await using var silo = await StartAsync();
        var member = Say("0", "").Member;
        for (var day = 0; day < 4; day++)
        {
            await ListeningRig.UntilTaken(() => silo.Recorder.Record(
                ListeningRig.Tenant, ListeningRig.NowMs - (3 - day) * 86_400_000L, [Say($"{day}", "help")]));
        }

        await silo.DisposeAsync();
        await using var again = await StartAsync(store => store.TrimmedThrough = 2);
        await ListeningRig.PublishAsync(again, Model, await ListeningRig.AddAsync(again, _first));
        await ListeningRig.PrepareAsync(again, Model, 1);

        // The log begins in the middle of yesterday.
        var progress = await ListeningRig.ProgressAsync(again, _first);
        Assert.True(progress.IsComplete);
        Assert.Equal(ListeningRig.Today, progress.FromDay);
        Assert.Contains($"says {1 + Math.Pow(0.5, 0):0}", await ListeningRig.ScoresAsync(again, Model, 1), StringComparison.Ordinal);
        Assert.Equal("ann", member);
    }

    [Fact]
    public async Task Counts_that_no_checkpoint_vouches_for_are_counted_anew()
    {
        string before;
        await using (var silo = await StartAsync())
        {
            await ListeningRig.PublishAsync(silo, Model, await ListeningRig.AddAsync(silo, _first));
            var id = 0;
            for (var i = 0; i < 10; i++) await ListeningRig.RecordAsync(silo, ListeningRig.Batch(new Random(i), ref id));
            await ListeningRig.PrepareAsync(silo, Model, 1);
            before = await ListeningRig.ScoresAsync(silo, Model, 1);
        }

        await using var again = await StartAsync(store => store.LosesFilterCounts = true);
        await ListeningRig.PrepareAsync(again, Model, 1);
        Assert.Equal(before, await ListeningRig.ScoresAsync(again, Model, 1));
    }

    private Task<TestSilo> StartAsync(Action<FaultyStore>? prepare = null) => TestSilo.StartAsync(
        _folder,
        options => (options.MaxResidentMembers, options.CheckpointAfterActivities, options.FilterSliceBytes) = (16, 12, 1),
        prepare);

    private static Activity Say(string id, string text) =>
        new() { Id = id, Member = "ann", Kind = "post", OccurredAtMs = ListeningRig.NowMs, Text = text };

    private static async Task ToggleAsync(TestSilo silo, int[] live, int which)
    {
        if (live[which] > 0)
        {
            await ListeningRig.RetireAsync(silo, Model, live[which]);
            live[which] = 0;
            return;
        }

        var version = await ListeningRig.AddAsync(silo, which == 0 ? _first : _second);
        await ListeningRig.PublishAsync(silo, Model, version);
        live[which] = version;
        // Begins to count at least; it goes on beside what comes next.
        _ = await Task.WhenAll(ListeningRig.PartitionsOf(silo).Select(partition => ListeningRig.UntilTaken(() => partition.CountFilters([]))));
    }

    private static (Task Reached, TaskCompletionSource Gate) HoldAt(FaultyStore store, long position)
    {
        var reached = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        store.BeforeRow = at =>
        {
            if (at != position) return Task.CompletedTask;
            reached.TrySetResult();
            return gate.Task;
        };
        return (reached.Task, gate);
    }

    private static void FailSometimes(FaultyStore store, Random random)
    {
        var left = random.Next(1, 4);
        var failing = () => Interlocked.Decrement(ref left) >= 0 ? throw new StoreUnavailableException("The disk is full.") : Task.CompletedTask;
        switch (random.Next(5))
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
            case 3:
                store.BeforeRow = _ => failing();
                break;
            default:
                store.BeforeCheckpoint = failing;
                break;
        }
    }
}
