namespace SocialLeads.Server.Demo.Simulation;

/// <summary>E-mail domains of members. All end in `.example`, which is reserved and belongs to nobody.</summary>
internal sealed class Domains(SeededRandom random)
{
    private const int FreemailThousandths = 350;

    private static readonly string[] _freemail = ["freepost.example", "mailbox.example", "inbox.example"];

    private static readonly string[] _places =
    [
        "alder", "north", "river", "stone", "harbour", "meadow", "silver", "cedar", "summit", "valley", "amber", "coastal",
        "granite", "willow", "falcon", "orchard", "iron", "lake",
    ];

    private static readonly string[] _trades =
    [
        "foods", "dairy", "bottling", "pharma", "packaging", "bakery", "logistics", "cosmetics", "brewing", "coffee",
        "paper", "plastics", "snacks", "engineering",
    ];

    /// <summary>The domain of somebody who registers: a mail provider's or a company's.</summary>
    public string Next() => random.Chance(FreemailThousandths) ? random.Pick(_freemail) : Company();

    /// <summary>The domain of a company. Some companies come up far more often than others.</summary>
    public string Company()
    {
        // The smaller of two draws favours the front of the list, as large companies have more people.
        var place = Math.Min(random.Below(_places.Length), random.Below(_places.Length));
        var trade = Math.Min(random.Below(_trades.Length), random.Below(_trades.Length));
        return _places[place] + "-" + _trades[trade] + ".example";
    }
}
