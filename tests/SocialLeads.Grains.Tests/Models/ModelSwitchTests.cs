using Orleans.InProcess.Tests.Support;
using SocialLeads.Grains.Tests.Partitions;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Tests.Models;

/// <summary>What is published becomes what readers get, whatever comes between.</summary>
public sealed class ModelSwitchTests : IDisposable
{
    private const string Tenant = "default";

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_switch_that_a_crash_interrupted_is_taken_up_by_the_upkeep()
    {
        var time = new ManualTime();
        await using var silo = await TestSilo.StartAsync(_folder, clock: time);
        await PublishedModels.AddAsync(silo.Store.Models, Tenant);
        await silo.Recorder.Record(Tenant, time.GetUtcNow().ToUnixTimeMilliseconds(), [Post(time)]);
        var models = silo.Directory.Of(Tenant);
        Assert.NotEmpty((await models.RefreshAsync()).Unready);

        while ((await models.RefreshAsync()).Unready.Any())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            time.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.Equal(1, (await models.ReadAsync()).DefaultVersion("posts"));
    }

    private static Activity Post(ManualTime time) => new()
    {
        Id = "1",
        Member = "ann",
        Kind = "post",
        OccurredAtMs = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };
}
