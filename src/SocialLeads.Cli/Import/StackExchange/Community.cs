using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SocialLeads.V1;

namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>What is known of the community while its tables are read.</summary>
internal sealed class Community
{
    /// <summary>The site itself, under whose name automatic edits and posts go.</summary>
    public const int CommunityUser = -1;

    /// <summary>The role of everybody in a dump: it does not tell employees from customers.</summary>
    public const string PeerRole = "member";

    public IdSet Members { get; } = new();

    public PostIndex Posts { get; } = new();

    public ContactIndex Contacts { get; } = new();

    /// <summary>Why a user is no member; null when it is one.</summary>
    public string? WhyNoMember(int? user) => user switch
    {
        null => "a deleted user",
        CommunityUser => "the community user (-1)",
        { } id when !Members.Contains(id) => "a user who is not in the dump (deleted)",
        _ => null,
    };

    public static Activity NewActivity(string id, int member, string kind, Timestamp occurredAt) =>
        new() { Id = id, Member = MemberId(member), Kind = kind, OccurredAt = occurredAt };

    /// <summary>Names the other side, if it is a member and not the same one.</summary>
    public void SetPeer(Activity activity, int member, int? peer)
    {
        if (peer is not { } other || other == member || WhyNoMember(other) is not null)
            return;
        activity.Peer = MemberId(other);
        activity.PeerRole = PeerRole;
    }

    /// <summary>
    /// Notes that a member turned to another by an answer or a comment. It becomes one <c>connection</c> of the one who
    /// turned, at first contact. The other side gets none of its own unless it turns back: an activity is what a member did,
    /// and being answered is not something one does.
    /// </summary>
    public void NoteContact(int member, int? peer, Timestamp at)
    {
        if (peer is { } other && other != member && WhyNoMember(other) is null)
            Contacts.Add(member, other, at.ToDateTimeOffset().ToUnixTimeMilliseconds());
    }

    public static string MemberId(int user) => user.ToString(CultureInfo.InvariantCulture);
}
