using FsCheck;

namespace SocialLeads.Scoring.Tests;

/// <summary>Runs property tests without a line for each that holds.</summary>
internal static class Laws
{
    public static void Holds(Property property, int cases = 100) =>
        property.Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(cases));
}
