using System.Globalization;

namespace SocialLeads.Bench.Traffic;

/// <summary>The names that the simulated community uses.</summary>
internal static class Vocabulary
{
    public static readonly string[] Tags =
    [
        "product", "pricing", "integration", "security", "case-study", "onboarding", "roadmap", "off-topic", .. Numbered("topic", 120),
    ];

    public static readonly string[] Groups =
    [
        "product-users", "integration", "evaluation", "best-practices", "off-topic", .. Numbered("group", 40),
    ];

    public static readonly string[] Roles =
    [
        "customer", "employee/product-management", "employee/sales", "employee/customer-service", "employee/finance", "partner",
    ];

    public static readonly string[] Channels = ["web", "web", "web", "mobile", "newsletter"];

    public static readonly string[] Domains = [.. Enumerable.Range(1, 500).Select(number => $"company{number}.example")];

    public static readonly string[] Texts =
    [
        "We are looking for a way to connect this to the line in our second plant, any suggestions?",
        "Thanks, that solved it.",
        "Has somebody compared the two plans? The price list leaves out what the gateway costs per year.",
        "After the update the alerts come twice; restarting the collector helped here, but I would like to know why.",
    ];

    public static string Member(int number) => string.Create(CultureInfo.InvariantCulture, $"m{number:D8}");

    private static IEnumerable<string> Numbered(string name, int count) =>
        Enumerable.Range(1, count).Select(number => $"{name}-{number}");
}
