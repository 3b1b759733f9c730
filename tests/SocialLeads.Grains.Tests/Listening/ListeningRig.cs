using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Listening;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Grains.Tests.Partitions;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Storage;
using SocialLeads.Storage.Sqlite;

namespace SocialLeads.Grains.Tests.Listening;

/// <summary>Models with filters, activities with texts, and what a silo counts of them.</summary>
internal static class ListeningRig
{
    public const string Tenant = "default";
    public const int Members = 40;

    public static readonly int Today = new DateOnly(2026, 3, 10).DayNumber;

    private static readonly string[] _texts =
    [
        "", "We need help!", "what does the help cost?", "cost, costs, prices", "no words that anybody looks for", "Help: what is the price?",
    ];

    public static long NowMs => UtcDay.ToUnixMs(Today) + 1000;

    /// <summary>A model that counts who says any of some phrases.</summary>
    public static string Document(string model, params string[] phrases) => $$"""
        model: {{model}}
        version: 1
        title: T
        curve: { half: 10 }
        filters:
          - { filter: said, any: [{{string.Join(", ", phrases)}}] }
        signals:
          - { signal: says, title: S, why: W, kinds: [post], filter: said, measure: count, half_life_days: 30, weight: 1, cap: 500 }
        """;

    public static async Task<int> AddAsync(TestSilo silo, string document) =>
        (await ModelsOf(silo).Add(new ModelDraft(ModelDocument.Parse(document).Model!.Id, document, "ann", "test"))).Version;

    public static async Task PublishAsync(TestSilo silo, string model, int version) =>
        Assert.Equal(ModelReplyStatus.Done, (await ModelsOf(silo).Publish(model, version)).Status);

    public static async Task RetireAsync(TestSilo silo, string model, int version) =>
        Assert.Equal(ModelReplyStatus.Done, (await ModelsOf(silo).Retire(model, version)).Status);

    /// <summary>Waits until a published version is counted and ranked in every partition.</summary>
    public static Task PrepareAsync(TestSilo silo, string model, int version) => Task.WhenAll(PartitionsOf(silo).Select(async partition =>
    {
        while (!await UntilTaken(() => partition.Prepare(new BoardId(model, version, Today))))
        {
            // Each call waits as long as a call may.
        }
    }));

    public static async Task<FilterProgress> ProgressAsync(TestSilo silo, string document)
    {
        var facets = ModelDocument.Parse(document).Model!.Filters.Select(filter => filter.SeriesFacet).ToImmutableArray();
        var all = await Task.WhenAll(PartitionsOf(silo).Select(partition => partition.CountFilters(facets)));
        return all.Aggregate((left, right) => left.With(right));
    }

    public static IEnumerable<IPartitionGrain> PartitionsOf(TestSilo silo) =>
        new PartitionRouter(2).PartitionsOf(Tenant).Select(id => silo.Grains.GetGrain<IPartitionGrain>(PartitionKey.Format(id)));

    /// <summary>Activities of many members with all kinds of texts, some of them old; ids go on from one.</summary>
    public static Activity[] Batch(Random random, ref int id)
    {
        var batch = new Activity[random.Next(1, 20)];
        for (var i = 0; i < batch.Length; i++)
        {
            var which = random.Next(8) == 0 ? random.Next(id + 1) : id++;
            batch[i] = new Activity
            {
                Id = $"{which}",
                Member = $"m{which * 7919 % Members}",
                Kind = "post",
                OccurredAtMs = NowMs - which % 50 * 86_400_000L,
                Text = _texts[which * 31 % _texts.Length],
            };
        }

        return batch;
    }

    public static Task<bool> RecordAsync(TestSilo silo, Activity[] batch) => UntilTaken(async () =>
        (await silo.Recorder.Record(Tenant, NowMs, [.. batch])).Status == RecordStatus.Recorded
            ? true
            : throw new StoreUnavailableException("It was not taken."));

    /// <summary>What a client does that is told to come again.</summary>
    public static async Task<T> UntilTaken<T>(Func<Task<T>> call)
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

    /// <summary>Everybody's score and evidence under a version, as text that compares.</summary>
    public static async Task<string> ScoresAsync(TestSilo silo, string model, int version)
    {
        var board = new BoardId(model, version, Today);
        var page = await UntilTaken(() => silo.Ranking.List(Tenant, board, null, Members));
        var lines = new List<string>();
        foreach (var key in page.Keys)
        {
            var score = (await UntilTaken(() => silo.Ranking.Score(Tenant, board, [key.Member]))).Scores[0]!;
            lines.Add($"{key} {string.Join(" ", score.Contributions.Select(one => $"{one.Signal} {one.Measured:R} {one.PointsThousandths} {string.Join(",", one.Evidence)}"))}");
        }

        return string.Join('\n', lines);
    }

    /// <summary>What a stopped silo saved, in a form that does not depend on how series were numbered.</summary>
    public static async Task<List<string>> SavedFeaturesAsync(string folder)
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

    private static IModelsGrain ModelsOf(TestSilo silo) => silo.Grains.GetGrain<IModelsGrain>(Tenant);
}
