namespace SocialLeads.Server.Demo.Simulation;

/// <summary>The kinds of activity that the simulation sends.</summary>
internal static class Kinds
{
    public const string Registration = "registration";
    public const string ProfileUpdate = "profile_update";
    public const string Visit = "visit";
    public const string PageView = "page_view";
    public const string GroupJoin = "group_join";
    public const string GroupLeave = "group_leave";
    public const string Post = "post";
    public const string Question = "question";
    public const string Answer = "answer";
    public const string Comment = "comment";
    public const string Connection = "connection";
    public const string Referral = "referral";
    public const string ContentForward = "content_forward";
}
