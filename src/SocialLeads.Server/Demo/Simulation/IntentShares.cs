namespace SocialLeads.Server.Demo.Simulation;

/// <summary>How many members of a community have which intent.</summary>
internal static class IntentShares
{
    /// <summary>In thousandths of the members; whoever is left is a browser.</summary>
    private static readonly (Intent Intent, int Thousandths)[] _shares =
    [
        (Intent.Shopper, 35),
        (Intent.Talker, 20),
        (Intent.Customer, 70),
        (Intent.Lapsed, 30),
        (Intent.Employee, 15),
        (Intent.JobSeeker, 5),
        (Intent.Bot, 1),
    ];

    /// <summary>One intent per member, at least one member of each, in order of intent.</summary>
    public static Intent[] Of(int members)
    {
        var intents = new Intent[members];
        var next = 0;
        foreach (var (intent, thousandths) in _shares)
        {
            var count = Math.Max(1, members * thousandths / 1000);
            Array.Fill(intents, intent, next, count);
            next += count;
        }

        return intents;
    }
}
