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
            foreach (var (partition, times) in new[] { (0, 60), (1, 40) })
            {
                for (var i = 0; i < times; i++) await Act(silo, MembersOf(partition).First());
            }
        }

        // When it stops it saves what is left, which is nothing.
        Assert.Equal([20, 40, 60], silo.Store.Checkpoints.Select(checkpoint => checkpoint.Position).Order());
    }

    [Fact]
    public async Task A_partition_in_which_many_members_act_saves_them_before_there_are_too_many()
    {
        var silo = await TestSilo.StartAsync(_folder, options => options.CheckpointAfterMembers = 30);
        await using (silo)
        {
            for (var turn = 0; turn < 3; turn++)
            {
                foreach (var member in MembersOf(0).Take(35)) await Act(silo, member);
            }
        }

        var saved = silo.Store.Checkpoints.ConvertAll(checkpoint => checkpoint.Members.Count);
        Assert.Equal(30, saved[0]);
        Assert.All(saved, count => Assert.InRange(count, 1, 35));
        Assert.InRange(saved.Count, 3, 4);
    }

    private static IEnumerable<string> MembersOf(int partition)
    {
        var router = new PartitionRouter(2);
        return Enumerable.Range(0, 1_000).Select(i => $"m{i}").Where(member => router.PartitionOf(Tenant, member).Index == partition);
    }

    private static async Task Act(TestSilo silo, string member)
    {
        var activity = new Activity { Id = $"{Guid.NewGuid()}", Member = member, Kind = "post", OccurredAtMs = _nowMs };
        Assert.Equal([true], (await silo.Recorder.Record(Tenant, _nowMs, [activity])).Accepted);
    }
}
