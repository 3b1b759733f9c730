namespace SocialLeads.Server.Demo.Simulation;

/// <summary>What a member has come to on the site so far.</summary>
internal sealed class MemberLife(SimulatedMember member, SeededRandom random)
{
    public SimulatedMember Member { get; } = member;

    /// <summary>Decides what this member does, and nothing else.</summary>
    public SeededRandom Random { get; } = random;

    /// <summary>The groups the member is in, in the order they were joined.</summary>
    public List<string> Groups { get; } = [];

    /// <summary>The indexes of the members this one is connected with.</summary>
    public HashSet<int> Peers { get; } = [];

    /// <summary>How much of the profile is filled in, 0 to 1000 thousandths.</summary>
    public int ProfileThousandths { get; set; }
}
