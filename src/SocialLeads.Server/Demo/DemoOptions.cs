namespace SocialLeads.Server.Demo;

/// <summary>What community a demo simulates.</summary>
internal sealed record DemoOptions
{
    public const int FewestMembers = 100;
    public const int MostMembers = 200_000;
    public const int FewestDays = 28;
    public const int MostDays = 365;

    /// <summary>How many members, <see cref="FewestMembers"/> to <see cref="MostMembers"/>; 2,000 by default.</summary>
    public int Members { get; init; } = 2_000;

    /// <summary>How many days, the last of them 2026-03-31, <see cref="FewestDays"/> to <see cref="MostDays"/>; 90 by default.</summary>
    public int Days { get; init; } = 90;

    /// <summary>Decides everything that chance decides; 1 by default.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Everything that is wrong, a sentence each, naming the option, the value and the bounds.</summary>
    public IReadOnlyList<string> Validate()
    {
        var violations = new List<string>();
        if (Members is < FewestMembers or > MostMembers)
            violations.Add($"--members is {Members}; it must be from {FewestMembers} to {MostMembers}.");

        if (Days is < FewestDays or > MostDays)
            violations.Add($"--days is {Days}; it must be from {FewestDays} to {MostDays}.");

        return violations;
    }
}
