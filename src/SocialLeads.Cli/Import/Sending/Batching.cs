using System.Runtime.CompilerServices;

namespace SocialLeads.Cli.Import.Sending;

/// <summary>Puts activities together to requests.</summary>
internal static class Batching
{
    /// <param name="activities">What is to be sent.</param>
    /// <param name="maxActivities">The most a request holds.</param>
    /// <param name="maxBytes">
    /// The most the activities of a request come to in bytes; an activity that is larger goes alone.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<Batch> InBatches(
        this IAsyncEnumerable<ImportedActivity> activities,
        int maxActivities,
        int maxBytes,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long sequence = 0;
        var bytes = 0;
        var held = new List<ImportedActivity>(maxActivities);
        await foreach (var activity in activities.WithCancellation(cancellationToken))
        {
            var size = activity.Activity.CalculateSize();
            if (held.Count == maxActivities || (held.Count > 0 && bytes + size > maxBytes))
            {
                yield return new Batch(++sequence, held);
                held = new List<ImportedActivity>(maxActivities);
                bytes = 0;
            }

            held.Add(activity);
            bytes += size;
        }

        if (held.Count > 0)
            yield return new Batch(++sequence, held);
    }
}
