using System.Globalization;
using SocialLeads.Faults.Damage;
using SocialLeads.Faults.Kills;
using SocialLeads.Faults.Outages;
using SocialLeads.Faults.Overloads;
using SocialLeads.Faults.Stores;
using SocialLeads.TestSupport;

// Every test here keeps the machine busy with a server of its own; side by side they would only wait for one another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace SocialLeads.Faults.Tests;

/// <summary>The runs of the console program, each bounded: a few rounds here, fifty in CI.</summary>
public class FaultTests
{
    internal const ulong Seed = 20260310;

    private static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    private static int Rounds => Environment.GetEnvironmentVariable("SOCIALLEADS_FAULT_ROUNDS") is { Length: > 0 } rounds
        ? int.Parse(rounds, CultureInfo.InvariantCulture)
        : IsCi ? 50 : 5;

    [Fact]
    public Task Kills_lose_nothing_and_count_nothing_twice_on_the_embedded_store() =>
        RunAsync(StoreKind.Sqlite, (place, progress) => new KillRun(Seed, clients: 4, place, progress).RunAsync(Rounds));

    [Fact]
    public Task Kills_lose_nothing_and_count_nothing_twice_on_PostgreSQL() =>
        RunAsync(StoreKind.Postgres, (place, progress) => new KillRun(Seed, clients: 4, place, progress).RunAsync(Rounds));

    [Fact]
    public Task A_damaged_row_of_the_log_is_reported_and_the_rest_is_served_on_the_embedded_store() =>
        RunAsync(StoreKind.Sqlite, (place, progress) => DamagedRow.RunAsync(Seed, place, progress));

    [Fact]
    public Task A_damaged_row_of_the_log_is_reported_and_the_rest_is_served_on_PostgreSQL() =>
        RunAsync(StoreKind.Postgres, (place, progress) => DamagedRow.RunAsync(Seed, place, progress));

    [Fact]
    public Task A_full_disk_refuses_senders_and_room_on_it_is_used_without_a_restart() =>
        RunAsync(StoreKind.Sqlite, (place, progress) => FullDisk.RunAsync(Seed, place, progress));

    [Fact]
    public Task A_stopped_database_refuses_senders_and_its_start_is_enough_to_go_on() =>
        RunAsync(StoreKind.Postgres, (place, progress) => StoppedDatabase.RunAsync(Seed, place, progress));

    [Fact]
    public Task Overload_slows_or_refuses_senders_and_leaves_memory_and_reads_within_bounds() =>
        RunAsync(StoreKind.Sqlite, (place, progress) => Overload.RunAsync(Seed, clients: 24, TimeSpan.FromSeconds(5), place, progress));

    internal static async Task RunAsync(StoreKind store, Func<Place, TextWriter, Task> run)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("These runs need the signals and limits of a Unix system.");
        if (store == StoreKind.Postgres && PostgresServer.FindPrograms() is null && !IsCi)
            Assert.Skip("There are no PostgreSQL server programs here.");
        await using var place = await Place.MakeAsync(store);
        await using var progress = new StringWriter();
        try
        {
            await run(place, progress);
        }
        catch (FaultException fault)
        {
            place.Keep = true;
            Assert.Fail($"Seed {Seed}. {fault.Message}\nThe store and the server's output are in {place.Folder}.\n{progress}");
        }
        finally
        {
            TestContext.Current.TestOutputHelper?.Write(progress.ToString());
        }
    }
}
