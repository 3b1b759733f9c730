using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Partitions;

/// <summary>What an activity takes in memory, about: its texts, and the objects they are in.</summary>
internal static class ActivitySize
{
    private const int Objects = 400;
    private const int Text = 24;

    /// <summary>What some activities take.</summary>
    public static long Of(ImmutableArray<Activity> activities)
    {
        var bytes = 0L;
        foreach (var activity in activities) bytes += Of(activity);
        return bytes;
    }

    /// <summary>Bytes. Within a small factor of the truth for any activity that was accepted.</summary>
    public static long Of(Activity activity)
    {
        long characters = activity.Id.Length + activity.Member.Length + activity.Kind.Length + activity.Group.Length + activity.Peer.Length
            + activity.PeerRole.Length + activity.EmailDomain.Length + activity.Text.Length + activity.Channel.Length;
        var texts = 0;
        if (!activity.Tags.IsDefaultOrEmpty)
        {
            texts += activity.Tags.Length;
            foreach (var tag in activity.Tags) characters += tag.Length;
        }

        if (!activity.Attributes.IsDefaultOrEmpty)
        {
            texts += 2 * activity.Attributes.Length;
            foreach (var (name, value) in activity.Attributes) characters += name.Length + value.Length;
        }

        return Objects + texts * Text + characters * sizeof(char);
    }
}
