using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Tests.Companies;

/// <summary>Random activities of members who work at few companies, change between them, and are early and late.</summary>
internal sealed class CompanyActivities(Random random, int day, int members)
{
    private static readonly string[] _domains = ["acme.example", "globex.example", "initech.example", "gmail.com", "solo.example"];
    private static readonly string[] _kinds = ["recommendation", "position_update", "group_join", "question", "visit", "connection_invitation", "profile_update"];

    private int _ids;

    public List<Activity> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => One())];

    private Activity One()
    {
        var member = random.Next(members);
        // Each begins at some company; some go to another one later.
        var tells = random.Next(3) == 0;
        return new Activity
        {
            Id = $"{_ids++}",
            Member = $"m{member}",
            Kind = tells ? (random.Next(2) == 0 ? "registration" : "email_change") : _kinds[random.Next(_kinds.Length)],
            OccurredAtMs = UtcDay.ToUnixMs(day - random.Next(40)) + random.Next(UtcDay.Ms),
            EmailDomain = tells ? _domains[random.Next(_domains.Length)] : "",
            Group = random.Next(4) == 0 ? $"g{random.Next(3)}" : "",
            Peer = $"p{random.Next(5)}",
        };
    }
}
