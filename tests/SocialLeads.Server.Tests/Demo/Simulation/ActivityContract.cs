using System.Text;
using System.Text.RegularExpressions;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Demo.Simulation;

/// <summary>The bounds that activity.proto sets, read from its comments and not from the server's own check.</summary>
internal static partial class ActivityContract
{
    private const int LongestDurationSeconds = 31 * 86_400;

    public static IEnumerable<string> Violations(Activity activity)
    {
        if (!IsText(activity.Id, 1, 200)) yield return "id";
        if (!IsText(activity.Member, 1, 200)) yield return "member";
        if (activity.Kind.Length > 64 || !LowerSnakeCase().IsMatch(activity.Kind)) yield return "kind";
        if (activity.OccurredAt is null || activity.OccurredAt.Nanos != 0) yield return "occurred_at";
        if (!IsText(activity.Group, 0, 200)) yield return "group";
        if (activity.Tags.Count > 32 || activity.Tags.Any(t => !IsText(t, 1, 100))) yield return "tags";
        if (activity.Tags.Distinct().Count() != activity.Tags.Count) yield return "tags given twice";
        if (!IsText(activity.Peer, 0, 200) || activity.Peer == activity.Member) yield return "peer";
        if (!IsText(activity.PeerRole, 0, 100)) yield return "peer_role";
        if (!IsText(activity.EmailDomain, 0, 253) || activity.EmailDomain.Contains('@')) yield return "email_domain";
        if (activity.Duration is { } duration && duration.Seconds is < 0 or > LongestDurationSeconds) yield return "duration";
        if (activity.HasValue && !(Math.Abs(activity.Value) <= 1e9)) yield return "value";
        if (Encoding.UTF8.GetByteCount(activity.Text) > 16_384) yield return "text";
        if (!IsText(activity.Channel, 0, 64)) yield return "channel";
        if (activity.Attributes.Count > 16) yield return "attributes";
    }

    private static bool IsText(string text, int fewest, int most) =>
        Encoding.UTF8.GetByteCount(text) is var bytes && bytes >= fewest && bytes <= most && !text.Any(char.IsControl);

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex LowerSnakeCase();
}
