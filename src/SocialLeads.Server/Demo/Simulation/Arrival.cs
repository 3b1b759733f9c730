namespace SocialLeads.Server.Demo.Simulation;

/// <summary>The day a member registers: an account, a first profile, some groups, some acquaintances.</summary>
internal static class Arrival
{
    private const int SecondsBetweenSteps = 240;

    public static void Register(MemberLife life, MemberDirectory directory, int day, DaySheet sheet)
    {
        var member = life.Member;
        var random = life.Random;
        var habit = Habits.Usual(member.Intent);
        var second = random.Below(80_000);

        var registration = sheet.Add(member, Kinds.Registration, second);
        registration.EmailDomain = member.EmailDomain;
        registration.Channel = Site.Channels.Pick(random);

        life.ProfileThousandths = random.Between(100, 650);
        var profile = sheet.Add(member, Kinds.ProfileUpdate, Later());
        profile.Value = life.ProfileThousandths / 1000.0;
        profile.EmailDomain = member.EmailDomain;

        for (var groups = random.Below(4); groups > 0; groups--)
        {
            var group = habit.Groups.Pick(random);
            if (life.Groups.Contains(group))
                continue;

            life.Groups.Add(group);
            sheet.Add(member, Kinds.GroupJoin, Later()).Group = group;
        }

        for (var acquaintances = random.Below(4); acquaintances > 0; acquaintances--)
        {
            if (directory.Meet(life, habit, day) is not { } peer)
                continue;

            var connection = sheet.Add(member, Kinds.Connection, Later());
            connection.Peer = peer.Id;
            connection.PeerRole = peer.Role;
        }

        int Later() => second += random.Between(20, SecondsBetweenSteps);
    }
}
