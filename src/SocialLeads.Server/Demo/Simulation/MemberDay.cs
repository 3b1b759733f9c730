namespace SocialLeads.Server.Demo.Simulation;

/// <summary>One day of one member.</summary>
internal static class MemberDay
{
    private const int WeekdayThousandths = 1_250;
    private const int WeekendThousandths = 375;
    private const int FadedThousandths = 200;

    /// <summary>Enters what the member does on the day.</summary>
    public static void Live(MemberLife life, MemberDirectory directory, int day, DaySheet sheet)
    {
        var member = life.Member;
        if (member.JoinDay == day)
            Arrival.Register(life, directory, day, sheet);

        if (day < 0 || day <= member.JoinDay)
            return;

        if (member.CrawlsOn == day)
            Crawl.Run(life, sheet);

        var interest = member.Interest?.On(day) ?? 0;
        var invites = member.InvitesColleagueOn.Contains(day);
        var visits = life.Random.Count(VisitsInMillionths(member, interest, day, sheet.DayOfWeek));
        var free = 0;
        foreach (var begin in Begins(life.Random, invites ? Math.Max(1, visits) : visits))
        {
            var habit = life.Random.Chance(interest) ? Habits.Shopping : Habits.Usual(member.Intent);
            var visit = new SiteVisit(life, habit, sheet, Math.Max(begin, free));
            var acts = new Acts(life, habit, directory, new Domains(life.Random), day, visit);
            visit.ReadPages();
            acts.DoAsUsual();
            if (invites && free == 0)
                acts.Refer(member.EmailDomain);

            free = visit.Leave();
        }
    }

    /// <summary>Seconds of the day, rising. Three draws make noon (UTC) the busiest hour and the small hours quiet.</summary>
    private static int[] Begins(SeededRandom random, int visits)
    {
        var begins = new int[visits];
        for (var i = 0; i < visits; i++)
            begins[i] = random.Below(28_800) + random.Below(28_800) + random.Below(28_800);

        Array.Sort(begins);
        return begins;
    }

    private static int VisitsInMillionths(SimulatedMember member, int interest, int day, DayOfWeek dayOfWeek)
    {
        long usual = Habits.Usual(member.Intent).VisitsPerWeek;
        var inThousandths = usual + ((Habits.Shopping.VisitsPerWeek - usual) * interest / 1000);
        var weekday = dayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? WeekendThousandths : WeekdayThousandths;
        var faded = day >= member.FadesOn ? FadedThousandths : 1000;
        return (int)(inThousandths * member.Engagement * weekday / 7 / 1000 * faded / 1000);
    }
}
