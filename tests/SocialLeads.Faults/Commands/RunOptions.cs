using System.CommandLine;
using SocialLeads.Faults.Stores;

namespace SocialLeads.Faults.Commands;

/// <summary>The options that every run has, and what is done when it finds a fault: the store stays, and the seed is told.</summary>
internal sealed class RunOptions
{
    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "Decides everything that this program decides.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<StoreKind> _store = new("--store") { Description = "Where the server keeps its data.", DefaultValueFactory = _ => StoreKind.Sqlite };

    public void AddTo(Command command, bool choosesStore = true)
    {
        command.Add(_seed);
        if (choosesStore) command.Add(_store);
    }

    /// <returns>The exit code: 0, or 1 when a fault was found.</returns>
    public async Task<int> RunAsync(ParseResult parsed, Func<ulong, Place, TextWriter, Task> run)
    {
        var output = parsed.InvocationConfiguration.Output;
        var seed = parsed.GetValue(_seed);
        await using var place = await Place.MakeAsync(parsed.GetValue(_store));
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
