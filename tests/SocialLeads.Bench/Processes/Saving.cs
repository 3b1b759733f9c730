namespace SocialLeads.Bench.Processes;

/// <summary>When a server saves its members' states.</summary>
internal enum Saving
{
    /// <summary>As it is shipped: after so many activities, and after half a minute at the latest.</summary>
    AsShipped,

    /// <summary>
    /// After so many activities only: for runs in turn, where the half minute would pass while the rival runs, and what a run changed would be
    /// saved at nobody's expense.
    /// </summary>
    ByActivities,

    /// <summary>Not before it ends.</summary>
    AtTheEnd,
}
