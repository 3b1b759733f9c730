namespace SocialLeads.Scoring.Activities;

/// <summary>
/// The kinds of activity that the packs know. A community may send any other; its own models name them.
/// </summary>
public static class ActivityKinds
{
    /// <summary>A page was viewed; duration is the dwell time.</summary>
    public const string PageView = "page_view";

    /// <summary>A visit to the site; duration is the time on site.</summary>
    public const string Visit = "visit";

    /// <summary>A contribution where no finer kind is known, such as an article.</summary>
    public const string Post = "post";

    /// <summary>A question was asked.</summary>
    public const string Question = "question";

    /// <summary>A question was answered; the peer is who asked.</summary>
    public const string Answer = "answer";

    /// <summary>A contribution was commented on; the peer is its author.</summary>
    public const string Comment = "comment";

    /// <summary>A group was joined.</summary>
    public const string GroupJoin = "group_join";

    /// <summary>A group was left.</summary>
    public const string GroupLeave = "group_leave";

    /// <summary>A connection to another member, the peer, was made.</summary>
    public const string Connection = "connection";

    /// <summary>Another member, the peer, was asked for a connection.</summary>
    public const string ConnectionInvitation = "connection_invitation";

    /// <summary>A recommendation of the member was written, asked for or changed; the peer is who recommends.</summary>
    public const string Recommendation = "recommendation";

    /// <summary>
    /// A position in the member's career was changed; the attribute <c>changed</c> says what: <c>description</c>, <c>end_date</c>.
    /// </summary>
    public const string PositionUpdate = "position_update";

    /// <summary>A friend was invited; the e-mail domain is the friend's.</summary>
    public const string Referral = "referral";

    /// <summary>The member registered; the e-mail domain is the member's own.</summary>
    public const string Registration = "registration";

    /// <summary>
    /// The profile was changed; value is the fraction filled in, 0 to 1, the e-mail domain is the member's own, and the attribute
    /// <c>changed</c> may say what was changed, such as <c>description</c>.
    /// </summary>
    public const string ProfileUpdate = "profile_update";

    /// <summary>The e-mail address was changed; the e-mail domain is the member's own new one.</summary>
    public const string EmailChange = "email_change";

    /// <summary>Content was forwarded to a friend or an e-mail address.</summary>
    public const string ContentForward = "content_forward";

    /// <summary>A contribution of the member was voted on; value is +1 or -1.</summary>
    public const string VoteReceived = "vote_received";

    /// <summary>An answer of the member was accepted.</summary>
    public const string AcceptedAnswer = "accepted_answer";

    /// <summary>A badge was awarded.</summary>
    public const string Badge = "badge";

    /// <summary>
    /// What became of the member as a lead. Reserved: it is recorded as an outcome and not as an activity, and no model counts it,
    /// since a score that counts what it is held against would find whoever was found before.
    /// </summary>
    public const string Outcome = "outcome";

    /// <summary>
    /// What an activity counts as whose kind is not kept, since there are too many. No sender and no model can name it, so it
    /// tells only that the member was active.
    /// </summary>
    public const string NotKept = "*";

    /// <summary>The kinds whose e-mail domain is the member's own.</summary>
    public static bool TellsOwnEmailDomain(string kind) => kind is Registration or ProfileUpdate or EmailChange;
}
