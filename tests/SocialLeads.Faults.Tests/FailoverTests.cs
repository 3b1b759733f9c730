using SocialLeads.Faults.Failovers;
using SocialLeads.Faults.Stores;

namespace SocialLeads.Faults.Tests;

/// <summary>Two nodes, which only a build with the upstream packages can be; this file is a part of no other build.</summary>
public class FailoverTests
{
    [Fact]
    public Task Killing_a_node_loses_nothing_counts_nothing_twice_and_the_other_answers_for_all_members() =>
        FaultTests.RunAsync(
            StoreKind.Postgres, (place, progress) => new FailoverRun(FaultTests.Seed, clients: 4, place, progress).RunAsync(rounds: 3));

    [Fact]
    public Task A_node_that_was_stopped_and_goes_on_answers_nothing_from_what_it_knew() =>
        FaultTests.RunAsync(StoreKind.Postgres, (place, progress) => PausedNode.RunAsync(FaultTests.Seed, place, progress));
}
