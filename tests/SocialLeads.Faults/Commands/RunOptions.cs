using System.CommandLine;
using SocialLeads.Faults.Stores;

namespace SocialLeads.Faults.Commands;

/// <summary>What every run has: a seed, and what is done when it finds a fault: the store stays, and the seed is told.</summary>
internal static class RunOptions
{
    public static Option<ulong> Seed { get; } = new("--seed")
    {
        Description = "Decides everything that this program decides.",
        DefaultValueFactory = _ => 1,
    };

    public static Option<StoreKind> Store { get; } = new("--store")
    {
        Description = "Where the server keeps its data.",
        DefaultValueFactory = _ => StoreKind.Sqlite,
    };

    /// <returns>The exit code: 0, or 1 when a fault was found.</returns>
    public static async Task<int> RunAsync(ParseResult parsed, StoreKind store, Func<ulong, Place, TextWriter, Task> run)
    {
        var output = parsed.InvocationConfiguration.Output;
        var seed = parsed.GetValue(Seed);
        await using var place = await Place.MakeAsync(store);
        try
        {
            await run(seed, place, output);
            return 0;
        }
        catch (FaultException fault)
        {
            place.Keep = true;
            await output.WriteLineAsync($"FAULT with seed {seed}. {fault.Message}\nThe store and the server's output are in {place.Folder}.");
            return 1;
        }
    }
}
