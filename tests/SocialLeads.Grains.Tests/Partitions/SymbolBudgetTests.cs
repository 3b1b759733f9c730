using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Tests.Partitions;

/// <summary>A sender whose activities have endlessly many new tags, and a partition that stops now and then.</summary>
public sealed class SymbolBudgetTests : IDisposable
{
    private const int MaxSymbols = 1_000;
    private const int Members = 10;
    private const int Batches = 40;
    private const int BatchSize = 80;
    private const int Sent = Batches * BatchSize;
    private const int LeftOutMessage = 2016;
    private static readonly int _today = new DateOnly(2026, 3, 10).DayNumber;

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;
    private readonly LogLines _logs = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Ending.Crash)]
    [InlineData(Ending.CrashBehindCheckpoint)]
    [InlineData(Ending.Clean)]
    public async Task A_partition_that_starts_again_leaves_out_what_it_would_have_left_out(Ending ending)
    {
        var (expected, leftOut) = await FloodAsync("through", null);
        Assert.InRange(leftOut, 1, Sent - 1);

        var again = await FloodAsync("stopped", ending);

        Assert.Equal(leftOut, again.LeftOut);
        Assert.Equal(expected, again.Features);
    }

    [Fact]
    public async Task Every_activity_counts_with_what_was_known_before()
    {
        await using var silo = await StartAsync("flood");
        for (var batch = 0; batch < Batches; batch++) await RecordAsync(silo, batch);

        var contributions = (await ScoresAsync(silo)).SelectMany(score => score!.Contributions).ToList();

        foreach (var (signal, facet) in new[] { ("content_posts", "integrations"), ("tag_interest", "pricing"), ("tag_interest", "old-tag-7") })
        {
            var expected = facet == "old-tag-7" ? Sent / 100 : Sent;
            Assert.Equal(expected, contributions.Where(one => one.Signal == signal && one.Facet == facet).Sum(one => one.Measured), 3);
        }
    }

    [Fact]
    public async Task What_is_left_out_is_told_once_a_day_and_not_by_name()
    {
        const string Tenant = "told";
        var counted = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "socialleads.facets.left_out") self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, measured, tags, _) =>
        {
            if (Equals(tags[0].Value, Tenant)) Interlocked.Add(ref counted, measured);
        });
        listener.Start();
        var leftOut = 0;
        await using (var silo = await StartAsync("told"))
        {
            for (var batch = 0; batch < Batches; batch++) leftOut += await RecordAsync(silo, batch, Tenant);
        }

        Assert.True(leftOut > 0);
        Assert.Equal(leftOut, counted);
        var told = _logs.All.Where(line => line.Id == LeftOutMessage).ToList();
        // Two partitions, on each of the two days.
        Assert.InRange(told.Count, 1, 4);
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.All(told, line => Assert.Equal(LogLevel.Warning, line.Level));
        Assert.DoesNotContain(_logs.All, line => line.Text.Contains("-tag-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_symbols_that_are_saved_keep_the_bound()
    {
        await using var silo = await StartAsync("flood");
        for (var batch = 0; batch < Batches; batch++) await RecordAsync(silo, batch, day: _today + batch);
        await silo.DisposeAsync();

        // Beside them only what has no facet that a sender chose, and what the model names.
        Assert.InRange(silo.Store.Checkpoints.Max(checkpoint => checkpoint.Symbols.Max(symbol => symbol.Id)), MaxSymbols - 1, MaxSymbols + 9);
    }

    [Fact]
    public void Settings_out_of_range_are_named()
    {
        Assert.Empty(new PartitionOptions().Violations());
        Assert.Equal(["MaxSymbols is 999; it must be from 1000 to 10000000."], new PartitionOptions { MaxSymbols = 999 }.Violations());
        Assert.Equal(["MaxNewSymbolsADay is -1; it must be 0 or more."], new PartitionOptions { MaxNewSymbolsADay = -1 }.Violations());
    }

    private async Task<(List<string> Features, int LeftOut)> FloodAsync(string folder, Ending? ending)
    {
        var leftOut = 0;
        for (var batch = 0; ;)
        {
            await using var silo = await StartAsync(folder, ending == Ending.CrashBehindCheckpoint ? 150 : int.MaxValue);
            do leftOut += await RecordAsync(silo, batch++);
            while (batch < Batches && (ending is null || batch % 7 > 0));

            if (batch == Batches)
            {
                var features = new List<string>();
                for (var member = 0; member < Members; member++) features.Add(await FeaturesAsync(silo, $"m{member}"));
                return (features, leftOut);
            }

            if (ending != Ending.Clean) await silo.CrashAsync();
        }
    }

    private Task<TestSilo> StartAsync(string folder, int checkpointAfter = int.MaxValue) => TestSilo.StartAsync(
        Path.Combine(_folder, folder),
        options => (options.MaxSymbols, options.MaxNewSymbolsADay, options.CheckpointAfterActivities) = (MaxSymbols, 100, checkpointAfter),
        logs: _logs);

    /// <summary>Records a batch in which one tag is new and others are mostly known; of two days, one after the other. How many facets were left out.</summary>
    private static async Task<int> RecordAsync(TestSilo silo, int batch, string tenant = "default", int? day = null)
    {
        var nowMs = UtcDay.ToUnixMs(day ?? (batch < Batches / 2 ? _today : _today + 1)) + 1000;
        var reply = await silo.Recorder.Record(tenant, nowMs, [.. Enumerable.Range(batch * BatchSize, BatchSize).Select(id => new Activity
        {
            Id = $"{id}",
            Member = $"m{id % Members}",
            Kind = "post",
            OccurredAtMs = UtcDay.ToUnixMs(_today),
            Group = "integrations",
            Tags = ["pricing", $"new-tag-{id}", $"old-tag-{id % 100}"],
        })]);
        Assert.All(reply.Accepted, Assert.True);
        return reply.FacetsLeftOut;
    }

    private static BoardId Board(TestSilo silo) =>
        new(ModelCatalog.DefaultModel, silo.Models.Find(ModelCatalog.DefaultModel)!.Version, _today);

    private static async Task<Members.MemberScore?[]> ScoresAsync(TestSilo silo) =>
        [.. (await silo.Ranking.Score("default", Board(silo), [.. Enumerable.Range(0, Members).Select(member => $"m{member}")])).Scores];

    private static async Task<string> FeaturesAsync(TestSilo silo, string member)
    {
        var partition = new PartitionRouter(2).PartitionOf("default", member);
        var read = await silo.Grains.GetGrain<IPartitionGrain>(PartitionKey.Format(partition)).ReadMember(member, 0);
        return Convert.ToHexString(read.Features.AsSpan());
    }

    public enum Ending
    {
        /// <summary>Everything is folded again from the log.</summary>
        Crash,

        /// <summary>Some of it is.</summary>
        CrashBehindCheckpoint,

        /// <summary>Nothing is.</summary>
        Clean,
    }
}
