using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Outcomes;

/// <summary>
/// What tells a member's outcomes apart, in the 48 bits that features have for it: the day (22 bits), the kind less 1 (2 bits), and
/// 24 bits of a hash of the id, so that two won deals of one day are two, and one that is sent again is still one.
/// </summary>
internal static class OutcomeKey
{
    private const int HashBits = 24;
    private const int KindBits = 2;

    public static long Of(Activity activity) =>
        ((long)activity.Day << KindBits | (long)(activity.Outcome - 1)) << HashBits | PeerHash.Of(activity.Id) & ((1L << HashBits) - 1);

    public static int DayOf(long key) => (int)(key >> (HashBits + KindBits));

    public static OutcomeKind KindOf(long key) => (OutcomeKind)((key >> HashBits & ((1 << KindBits) - 1)) + 1);
}
