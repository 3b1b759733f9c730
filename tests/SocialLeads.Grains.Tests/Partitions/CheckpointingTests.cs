using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Tests.Partitions;

public sealed class CheckpointingTests : IDisposable
{
    private const string Tenant = "default";
    private static readonly long _nowMs = UtcDay.ToUnixMs(new DateOnly(2026, 3, 10).DayNumber);

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Partitions_come_to_their_first_checkpoint_one_after_another_and_to_each_further_one_after_as_many_activities()
    {
        var silo = await TestSilo.StartAsync(_folder, options => options.CheckpointAfterActivities = 40);
        await using (silo)
        {
            await Act(0, 60);
            await Act(1, 40);
        }

        // When it stops it saves what is left, which is nothing.
        Assert.Equal([20, 40, 60], silo.Store.Checkpoints.Select(checkpoint => checkpoint.Position).Order());

        async Task Act(int partition, int times)
        {
            var router = new PartitionRouter(2);
            var member = Enumerable.Range(0, 100).Select(i => $"m{i}").First(name => router.PartitionOf(Tenant, name).Index == partition);
            for (var i = 0; i < times; i++)
            {
                var activity = new Activity { Id = $"{Guid.NewGuid()}", Member = member, Kind = "post", OccurredAtMs = _nowMs };
                Assert.Equal([true], (await silo.Recorder.Record(Tenant, _nowMs, [activity])).Accepted);
            }
        }
    }
}
