using SocialLeads.Grains.Tests.Partitions;
using SocialLeads.Grains.Trials;

namespace SocialLeads.Grains.Tests.Listening;

/// <summary>A trial counts what filters match that nobody counts, for itself alone.</summary>
public sealed class TrialTextsTests : IDisposable
{
    private const string Model = "said";

    private static readonly string _draft = ListeningRig.Document(Model, "help", "price");
    private static readonly string _other = ListeningRig.Document("other", "cost*");

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_filter_that_was_counted_for_a_while_is_counted_once_and_whole()
    {
        await using var silo = await TestSilo.StartAsync(_folder, options => options.MaxResidentMembers = 16);
        var id = 0;
        await ListeningRig.RecordAsync(silo, ListeningRig.Batch(new Random(1), ref id));
        await ListeningRig.PublishAsync(silo, Model, await ListeningRig.AddAsync(silo, _draft));
        await ListeningRig.PrepareAsync(silo, Model, 1);
        await ListeningRig.RecordAsync(silo, ListeningRig.Batch(new Random(2), ref id));
        await ListeningRig.RetireAsync(silo, Model, 1);
        await ListeningRig.PublishAsync(silo, "other", await ListeningRig.AddAsync(silo, _other));
        await ListeningRig.PrepareAsync(silo, "other", 1);
        for (var i = 3; i < 9; i++) await ListeningRig.RecordAsync(silo, ListeningRig.Batch(new Random(i), ref id));
        Assert.False((await ListeningRig.ProgressAsync(silo, _draft)).IsCounted);

        var told = new List<TrialProgress>();
        var tried = await MovesAsync(silo, told);
        await ListeningRig.PublishAsync(silo, Model, await ListeningRig.AddAsync(silo, _draft));
        await ListeningRig.PrepareAsync(silo, Model, 2);

        Assert.Equal(await MovesAsync(silo, []), tried);
        Assert.Contains(tried, line => !line.EndsWith(" 0", StringComparison.Ordinal));
        Assert.Contains(told, one => one.Texts is { IsComplete: true, Total: > 0 });
    }

    [Fact]
    public async Task Nothing_of_it_is_saved()
    {
        await using (var silo = await TestSilo.StartAsync(_folder))
        {
            var id = 0;
            await ListeningRig.RecordAsync(silo, ListeningRig.Batch(new Random(1), ref id));
            Assert.NotEmpty(await MovesAsync(silo, []));
            await ListeningRig.RecordAsync(silo, ListeningRig.Batch(new Random(2), ref id));
        }

        await using var again = await TestSilo.StartAsync(_folder);
        foreach (var partition in new Grains.Partitions.PartitionRouter(2).PartitionsOf(ListeningRig.Tenant))
        {
            var saved = await again.Store.Partition(partition).LoadAsync(0, Cancel);
            Assert.NotEmpty(saved.Symbols);
            Assert.DoesNotContain(saved.Symbols, symbol => symbol.Text.Contains('#', StringComparison.Ordinal));
        }
    }

    private static async Task<List<string>> MovesAsync(TestSilo silo, List<TrialProgress> told)
    {
        var plan = new TrialPlan(_draft, _other, [ListeningRig.Today], TrialPlan.DefaultWithin, ListeningRig.Today);
        var result = await silo.Trials.RunAsync(ListeningRig.Tenant, plan, Tell, Cancel);
        return [.. result.Days.Single().Movers.Select(move => $"{move.Member.Member} {move.Member.AgainstPoints} {move.Member.DraftPoints}").Order(StringComparer.Ordinal)];

        Task Tell(TrialProgress progress)
        {
            told.Add(progress);
            return Task.CompletedTask;
        }
    }
}
