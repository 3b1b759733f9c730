using System.Globalization;
using SocialLeads.V1;

namespace SocialLeads.Server.Demo.Simulation;

/// <summary>
/// A simulated community. The same options give the same members and the same activities, bit for bit, on every
/// machine: everything is decided in integers, by generators of our own.
/// </summary>
internal sealed class Community
{
    /// <summary>The last day, whatever the clock says, so that figures never depend on when a demo is run.</summary>
    public static readonly DateOnly LastDay = new(2026, 3, 31);

    private const int WeekdayThousandths = 1_250;
    private const int WeekendThousandths = 375;
    private const int FadedThousandths = 200;

    private readonly DemoOptions _options;

    public Community(DemoOptions options)
    {
        _options = options;
        Members = Population.Create(options.Members, options.Days, SeededRandom.Of(options.Seed, stream: 0));
    }

    /// <summary>Everybody, with the hidden truth about them.</summary>
    public IReadOnlyList<SimulatedMember> Members { get; }

    /// <summary>
    /// Everything that happens, in order of time, made as it is read: first how those who were there before the first
    /// day had come, then day by day. It can be read again, and says the same again.
    /// </summary>
    public IEnumerable<Activity> Activities()
    {
        var members = Members.ToArray();
        var directory = new MemberDirectory(members);
        var lives = Array.ConvertAll(
            members, m => new MemberLife(m, SeededRandom.Of(_options.Seed, stream: (ulong)m.Index + 1)));
        var prefix = string.Create(
            CultureInfo.InvariantCulture, $"demo-{_options.Seed}-{_options.Members}-{_options.Days}-");
        var number = 0;
        for (var day = -Population.OpenBefore; day < _options.Days; day++)
        {
            var sheet = new DaySheet(LastDay.AddDays(day - _options.Days + 1));
            foreach (var life in lives)
                Live(life, directory, day, sheet);

            foreach (var activity in sheet.InOrder())
            {
                number++;
                activity.Id = prefix + number.ToString(CultureInfo.InvariantCulture);
                yield return activity;
            }
        }
    }

    private static void Live(MemberLife life, MemberDirectory directory, int day, DaySheet sheet)
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
        for (var i = 0; i < visits || (i == 0 && invites); i++)
        {
            var habit = life.Random.Chance(interest) ? Habits.Shopping : Habits.Usual(member.Intent);
            var visit = new SiteVisit(life, habit, sheet);
            var acts = new Acts(life, habit, directory, new Domains(life.Random), day, visit);
            visit.ReadPages();
            acts.DoAsUsual();
            if (i == 0 && invites)
                acts.Refer(member.EmailDomain);

            visit.Leave();
        }
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
