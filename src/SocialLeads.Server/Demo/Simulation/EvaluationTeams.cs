namespace SocialLeads.Server.Demo.Simulation;

/// <summary>
/// Some shoppers look together: the first brings colleagues of the same company, and now and then one of them is only
/// along for the ride.
/// </summary>
internal static class EvaluationTeams
{
    /// <summary>How many shoppers belong to a team, in thousandths.</summary>
    private const int Teamed = 400;

    /// <summary>How many teams have an onlooker who does not care, in thousandths.</summary>
    private const int WithOnlooker = 500;

    /// <summary>Forms the teams among the members, in place.</summary>
    public static void Form(SimulatedMember[] members, int days, SeededRandom random)
    {
        var domains = new Domains(random);
        var shoppers = Array.FindAll(members, m => m.Intent == Intent.Shopper);
        var browsers = new Queue<SimulatedMember>(
            Array.FindAll(members, m => m.Intent == Intent.Browser && m.Interest is null));
        var left = new Queue<SimulatedMember>(shoppers.Take(shoppers.Length * Teamed / 1000));
        while (left.Count >= 2)
        {
            var founder = left.Dequeue();
            var domain = domains.Company();
            var invitations = new List<int>();
            var interested = founder.Interest!;

            for (var colleagues = Math.Min(left.Count, random.Between(1, 2)); colleagues > 0; colleagues--)
            {
                var colleague = left.Dequeue();
                var joins = Invite();
                members[colleague.Index] = colleague with
                {
                    EmailDomain = domain,
                    JoinDay = joins,
                    Interest = new InterestSpell(joins, days - 1, colleague.Interest!.Strength),
                };
            }

            if (random.Chance(WithOnlooker) && browsers.TryDequeue(out var onlooker))
                members[onlooker.Index] = onlooker with { EmailDomain = domain, JoinDay = Invite() };

            invitations.Sort();
            members[founder.Index] = founder with { EmailDomain = domain, InvitesColleagueOn = invitations };

            int Invite()
            {
                var day = Math.Min(interested.FirstDay + random.Between(0, 7), days - 2);
                invitations.Add(day);
                return day + 1;
            }
        }
    }
}
