using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SocialLeads.Scoring.Activities;
using Activity = SocialLeads.V1.Activity;

namespace SocialLeads.Bench.Traffic;

/// <summary>
/// A community whose activity number n is a function of the plan and n alone, so that every contestant can be fed the same,
/// in any order and from any place on. All ten behaviours occur, about as often as on a site people come to read.
/// </summary>
internal sealed class Community(TrafficPlan plan)
{
    private readonly Zipf _members = new(plan.Members, TrafficPlan.MemberExponent);
    private readonly Zipf _tags = new(Vocabulary.Tags.Length, 1.0);
    private readonly Zipf _groups = new(Vocabulary.Groups.Length, 1.0);

    /// <summary>Activity <paramref name="number"/>, of a member drawn by how busy members are.</summary>
    public Activity At(long number)
    {
        var dice = new Dice(unchecked(plan.Seed + (ulong)number * 0xD134_2543_DE82_EF95));
        return Make(number, _members.Draw(ref dice), ref dice);
    }

    /// <summary>Activity <paramref name="number"/>, of the members in turn: as many in a row as there are members reach each once.</summary>
    public Activity InTurn(long number)
    {
        var dice = new Dice(unchecked(plan.Seed + (ulong)number * 0xD134_2543_DE82_EF95));
        return Make(number, (int)(number % plan.Members), ref dice);
    }

    /// <summary>A member drawn by how busy members are.</summary>
    public string SomeMember(ref Dice dice) => Vocabulary.Member(_members.Draw(ref dice));

    private Activity Make(long number, int member, ref Dice dice)
    {
        var activity = new Activity { Id = number.ToString("D12", CultureInfo.InvariantCulture), Member = Vocabulary.Member(member) };
        var at = plan.NowMs - (long)(dice.Unit() * TrafficPlan.Days * UtcDay.Ms);
        activity.OccurredAt = new Timestamp { Seconds = Math.DivRem(at, 1000, out var ms), Nanos = (int)ms * 1_000_000 };
        activity.Channel = Vocabulary.Channels[dice.Below(Vocabulary.Channels.Length)];
        Fill(activity, member, ref dice);
        return activity;
    }

    private void Fill(Activity activity, int member, ref Dice dice)
    {
        switch (dice.Below(1000))
        {
            case < 560:
                activity.Kind = ActivityKinds.PageView;
                AddTags(activity, ref dice);
                activity.Duration = Seconds(5 + dice.Below(300));
                break;
            case < 700:
                activity.Kind = ActivityKinds.Visit;
                activity.Duration = Seconds(20 + dice.Below(1800));
                break;
            case < 740:
                Write(activity, ActivityKinds.Post, ref dice);
                break;
            case < 760:
                Write(activity, ActivityKinds.Question, ref dice);
                break;
            case < 790:
                Write(activity, ActivityKinds.Answer, ref dice);
                Meet(activity, ref dice);
                break;
            case < 850:
                Write(activity, ActivityKinds.Comment, ref dice);
                Meet(activity, ref dice);
                break;
            case < 880:
                activity.Kind = ActivityKinds.GroupJoin;
                activity.Group = Vocabulary.Groups[_groups.Draw(ref dice)];
                break;
            case < 890:
                activity.Kind = ActivityKinds.GroupLeave;
                activity.Group = Vocabulary.Groups[_groups.Draw(ref dice)];
                break;
            case < 930:
                activity.Kind = ActivityKinds.Connection;
                Meet(activity, ref dice);
                break;
            case < 945:
                activity.Kind = ActivityKinds.Referral;
                activity.EmailDomain = Vocabulary.Domains[dice.Below(Vocabulary.Domains.Length)];
                break;
            case < 970:
                activity.Kind = ActivityKinds.ProfileUpdate;
                activity.Value = dice.Below(1001) / 1000.0;
                activity.EmailDomain = Vocabulary.Domains[member % Vocabulary.Domains.Length];
                break;
            default:
                activity.Kind = ActivityKinds.ContentForward;
                AddTags(activity, ref dice);
                break;
        }
    }

    private void Write(Activity activity, string kind, ref Dice dice)
    {
        activity.Kind = kind;
        activity.Group = Vocabulary.Groups[_groups.Draw(ref dice)];
        activity.Text = Vocabulary.Texts[dice.Below(Vocabulary.Texts.Length)];
        AddTags(activity, ref dice);
    }

    private void AddTags(Activity activity, ref Dice dice)
    {
        for (var more = 1 + dice.Below(3); more > 0; more--)
        {
            var tag = Vocabulary.Tags[_tags.Draw(ref dice)];
            if (!activity.Tags.Contains(tag)) activity.Tags.Add(tag);
        }
    }

    private void Meet(Activity activity, ref Dice dice)
    {
        var peer = _members.Draw(ref dice);
        activity.Peer = Vocabulary.Member(peer);
        activity.PeerRole = Vocabulary.Roles[peer % 20 < Vocabulary.Roles.Length ? peer % 20 : 0];
    }

    private static Duration Seconds(int seconds) => new() { Seconds = seconds };
}
