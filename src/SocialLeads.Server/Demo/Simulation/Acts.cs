using SocialLeads.V1;

namespace SocialLeads.Server.Demo.Simulation;

/// <summary>What a member does during a visit besides reading.</summary>
internal sealed class Acts(MemberLife life, Habit habit, MemberDirectory directory, Domains domains, int day, SiteVisit visit)
{
    private SeededRandom Random => life.Random;

    /// <summary>Does each act as often as chance and habit will have it.</summary>
    public void DoAsUsual()
    {
        foreach (var (act, perThousandVisits) in habit.Acts)
        {
            for (var times = Random.Count(perThousandVisits * 1000); times > 0; times--)
                Do(act);
        }
    }

    /// <summary>Invites a friend who has an address at the given domain.</summary>
    public void Refer(string domain) => visit.AddNext(Kinds.Referral).EmailDomain = domain;

    private void Do(Act act)
    {
        switch (act)
        {
            case Act.Post:
                Write(Kinds.Post, Texts.Posts);
                break;
            case Act.Question:
                Write(Kinds.Question, habit == Habits.Shopping ? Texts.BuyersQuestions : Texts.Questions);
                break;
            case Act.Answer:
                AddressToSomebody(Write(Kinds.Answer, Texts.Answers));
                break;
            case Act.Comment:
                AddressToSomebody(Write(Kinds.Comment, Texts.Comments));
                break;
            case Act.Connect:
                Connect();
                break;
            case Act.Refer:
                Refer(Random.Chance(habit.ColleagueReferrals) ? visit.Member.EmailDomain : domains.Next());
                break;
            case Act.Forward:
                visit.AddTags(visit.AddNext(Kinds.ContentForward));
                break;
            case Act.JoinGroup:
                JoinGroup();
                break;
            case Act.LeaveGroup:
                LeaveGroup();
                break;
            case Act.UpdateProfile:
                UpdateProfile();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act, "There is no such act.");
        }
    }

    private Activity Write(string kind, IReadOnlyList<string> texts)
    {
        var activity = visit.AddNext(kind);
        activity.Group = habit.Groups.Pick(Random);
        visit.AddTags(activity);
        activity.Text = Texts.About(activity.Tags[0], Random.Pick(texts));
        return activity;
    }

    private void AddressToSomebody(Activity activity)
    {
        if (directory.Somebody(life, day) is not { } author)
            return;

        activity.Peer = author.Id;
        activity.PeerRole = author.Role;
    }

    private void Connect()
    {
        if (directory.Meet(life, habit, day) is not { } peer)
            return;

        var connection = visit.AddNext(Kinds.Connection);
        connection.Peer = peer.Id;
        connection.PeerRole = peer.Role;
    }

    private void JoinGroup()
    {
        var group = habit.Groups.Pick(Random);
        if (life.Groups.Contains(group))
            return;

        life.Groups.Add(group);
        visit.AddNext(Kinds.GroupJoin).Group = group;
    }

    private void LeaveGroup()
    {
        if (life.Groups.Count == 0)
            return;

        var group = Random.Pick(life.Groups);
        life.Groups.Remove(group);
        visit.AddNext(Kinds.GroupLeave).Group = group;
    }

    private void UpdateProfile()
    {
        life.ProfileThousandths = Math.Min(1000, life.ProfileThousandths + Random.Between(40, 300));
        var update = visit.AddNext(Kinds.ProfileUpdate);
        update.Value = life.ProfileThousandths / 1000.0;
        update.EmailDomain = visit.Member.EmailDomain;
    }
}
