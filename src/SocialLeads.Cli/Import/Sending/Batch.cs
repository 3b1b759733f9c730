using SocialLeads.V1;

namespace SocialLeads.Cli.Import.Sending;

/// <summary>One request of the stream, kept until it is acknowledged.</summary>
internal sealed class Batch(long sequence, IReadOnlyList<ImportedActivity> activities)
{
    public long Sequence { get; } = sequence;

    /// <summary>What is in it, in the order in which the server names rejected ones.</summary>
    public IReadOnlyList<ImportedActivity> Activities { get; } = activities;

    public StreamActivitiesRequest ToRequest()
    {
        var request = new StreamActivitiesRequest { Sequence = Sequence };
        foreach (var activity in Activities)
            request.Activities.Add(activity.Activity);
        return request;
    }
}
