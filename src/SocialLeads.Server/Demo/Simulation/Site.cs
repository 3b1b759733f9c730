namespace SocialLeads.Server.Demo.Simulation;

/// <summary>
/// The community site of Fernwerk, a company of our invention. Its product is Relay, which listens to
/// packaging machines and tells the maintenance crew what will break next.
/// </summary>
internal static class Site
{
    public const string EmployeeDomain = "fernwerk.example";

    public static readonly string[] Tags =
    [
        "product", "pricing", "integration", "security", "case-study", "onboarding", "roadmap",
        "maintenance", "sensors", "tutorial", "events", "careers", "introductions", "off-topic",
    ];

    public static readonly string[] Groups =
    [
        "product", "integration", "evaluation", "best-practices", "events", "careers", "introductions", "off-topic",
    ];

    public static readonly string[] Departments =
    [
        "customer-service", "product-management", "engineering", "sales", "finance", "human-resources",
    ];

    public static readonly Mix Channels = new(("web", 70), ("mobile", 22), ("newsletter", 8));
}
