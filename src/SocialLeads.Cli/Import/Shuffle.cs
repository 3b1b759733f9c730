using System.Runtime.InteropServices;

namespace SocialLeads.Cli.Import;

/// <summary>Puts activities in random order, the same for the same seed. Holds all of them in memory.</summary>
internal static class Shuffle
{
    public static async IAsyncEnumerable<ImportedActivity> InRandomOrder(
        IAsyncEnumerable<ImportedActivity> activities,
        int seed,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var held = await activities.ToListAsync(cancellationToken);
        new Random(seed).Shuffle(CollectionsMarshal.AsSpan(held));
        foreach (var activity in held)
            yield return activity;
    }
}
