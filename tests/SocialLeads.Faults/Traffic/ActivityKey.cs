using SocialLeads.Scoring.Activities;

namespace SocialLeads.Faults.Traffic;

/// <summary>What makes two activities the same: the member and the sender's id.</summary>
internal readonly record struct ActivityKey(string Member, string Id)
{
    public static ActivityKey Of(Activity activity) => new(activity.Member, activity.Id);
}
