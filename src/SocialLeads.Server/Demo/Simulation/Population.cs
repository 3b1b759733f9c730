namespace SocialLeads.Server.Demo.Simulation;

/// <summary>Invents the members of a community: who they are, what they want, and when they came.</summary>
internal sealed class Population
{
    /// <summary>The community opened this many days before the simulation's first day.</summary>
    public const int OpenBefore = 300;

    /// <summary>How many joined while the simulation runs, in thousandths of those without a special reason to.</summary>
    private const int Newcomers = 220;

    /// <summary>How many browsers look at the product closely for a few days and lose interest, in thousandths.</summary>
    private const int CuriousBrowsers = 60;

    /// <summary>How many shoppers came because they were looking, in thousandths; the others were members already.</summary>
    private const int ShoppersWhoJustCame = 450;

    /// <summary>Visits against what is usual, in thousandths: most are near it, a few come four times as often.</summary>
    private static readonly int[] _engagements = [150, 250, 350, 450, 600, 750, 900, 1100, 1400, 1800, 2500, 4000];

    /// <summary>The same for those who are or were after something: hardly any of them stays away.</summary>
    private static readonly int[] _earnestEngagements = [400, 550, 700, 850, 1000, 1200, 1500, 2000, 3000];

    private readonly int _days;
    private readonly SeededRandom _random;
    private readonly Names _names;
    private readonly Domains _domains;
    private int _employees;

    private Population(int days, SeededRandom random)
    {
        _days = days;
        _random = random;
        _names = new Names(random);
        _domains = new Domains(random);
    }

    /// <summary>The members, by index.</summary>
    /// <param name="members">How many, at least <see cref="DemoOptions.FewestMembers"/>.</param>
    /// <param name="days">How many days are simulated, at least <see cref="DemoOptions.FewestDays"/>.</param>
    /// <param name="random">Decides everything.</param>
    public static SimulatedMember[] Create(int members, int days, SeededRandom random)
    {
        var intents = IntentShares.Of(members);
        random.Shuffle(intents);
        var population = new Population(days, random);
        var all = new SimulatedMember[members];
        for (var i = 0; i < members; i++)
            all[i] = population.Invent(i, intents[i]);

        EvaluationTeams.Form(all, days, random);
        return all;
    }

    private SimulatedMember Invent(int index, Intent intent)
    {
        var member = new SimulatedMember
        {
            Index = index,
            Id = _names.Next(),
            Intent = intent,
            Role = "member",
            EmailDomain = _domains.Next(),
            JoinDay = _random.Chance(Newcomers) ? _random.Below(_days) : -_random.Between(1, OpenBefore),
            Engagement = _random.Pick(_engagements),
            Favourite = _random.Pick(Site.Tags),
        };
        return intent switch
        {
            Intent.Browser when _random.Chance(CuriousBrowsers) => Curious(member),
            Intent.Shopper => Shopper(member),
            Intent.Lapsed => Lapsed(member),
            Intent.Customer => member with { Role = "customer" },
            Intent.Employee => Employee(member),
            Intent.Bot => Bot(member),
            _ => member,
        };
    }

    private SimulatedMember Curious(SimulatedMember member)
    {
        var first = _random.Between(Math.Max(0, member.JoinDay), _days - 1);
        return member with { Interest = new InterestSpell(first, first + _random.Between(2, 9), _random.Between(400, 900)) };
    }

    private SimulatedMember Shopper(SimulatedMember member)
    {
        var first = _days - _random.Between(_days * 18 / 90, _days * 48 / 90);
        return member with
        {
            Engagement = _random.Pick(_earnestEngagements),
            JoinDay = _random.Chance(ShoppersWhoJustCame) ? first - _random.Below(3) : -_random.Between(1, OpenBefore),
            Interest = new InterestSpell(first, _days - 1, _random.Between(550, 1000)),
        };
    }

    private SimulatedMember Lapsed(SimulatedMember member)
    {
        var last = (_days / 3) + _random.Between(-5, 5);
        return member with
        {
            Engagement = _random.Pick(_earnestEngagements),
            JoinDay = -_random.Between(1, OpenBefore),
            Interest = new InterestSpell(_random.Between(-10, 3), last, _random.Between(600, 1000)),
            FadesOn = last + 1,
        };
    }

    private SimulatedMember Employee(SimulatedMember member) => member with
    {
        EmailDomain = Site.EmployeeDomain,
        Role = "employee/" + Site.Departments[_employees++ % Site.Departments.Length],
        JoinDay = -_random.Between(OpenBefore - 30, OpenBefore),
    };

    private SimulatedMember Bot(SimulatedMember member)
    {
        var crawl = _days - 1 - _random.Below(7);
        return member with { CrawlsOn = crawl, JoinDay = crawl - _random.Between(1, 10) };
    }
}
