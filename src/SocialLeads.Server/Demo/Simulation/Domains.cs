namespace SocialLeads.Server.Demo.Simulation;

/// <summary>E-mail domains of members. All end in `.example`, which is reserved and belongs to nobody.</summary>
internal sealed class Domains(SeededRandom random)
{
    private const int FreemailThousandths = 350;

    private static readonly string[] Freemail = ["freepost.example", "mailbox.example", "inbox.example"];

    private static readonly string[] Places =
    [
        "alder", "north", "river", "stone", "harbour", "meadow", "silver", "cedar", "summit", "valley", "amber", "coastal",
        "granite", "willow", "falcon", "orchard", "iron", "lake",
    ];

    private static readonly string[] Trades =
    [
        "foods", "dairy", "bottling", "pharma", "packaging", "bakery", "logistics", "cosmetics", "brewing", "coffee",
        "paper", "plastics", "snacks", "engineering",
    ];

    /// <summary>The domain of somebody who registers: a mail provider's or a company's.</summary>
    public string Next() => random.Chance(FreemailThousandths) ? random.Pick(Freemail) : Company();

    /// <summary>The domain of a company. Some companies come up far more often than others.</summary>
    public string Company()
    {
        // The smaller of two draws favours the front of the list, as large companies have more people.
        var place = Math.Min(random.Below(Places.Length), random.Below(Places.Length));
        var trade = Math.Min(random.Below(Trades.Length), random.Below(Trades.Length));
        return Places[place] + "-" + Trades[trade] + ".example";
    }
}
