using SocialLeads.Server.Demo.Simulation;

namespace SocialLeads.Server.Demo;

/// <summary>Intents in words.</summary>
internal static class IntentWords
{
    public static string One(Intent intent) => intent switch
    {
        Intent.Shopper => "interested",
        Intent.JobSeeker => "job seeker",
        Intent.Lapsed => "lapsed",
        _ => intent.ToString().ToLowerInvariant(),
    };

    public static string Several(Intent intent, int count) => intent switch
    {
        Intent.Shopper or Intent.Lapsed => $"{count} {One(intent)}",
        _ when count == 1 => $"1 {One(intent)}",
        _ => $"{count} {One(intent)}s",
    };
}
