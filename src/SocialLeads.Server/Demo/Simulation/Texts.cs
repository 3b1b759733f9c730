namespace SocialLeads.Server.Demo.Simulation;

/// <summary>What members say. Nothing here decides a score; it lets a reader of the log see a community.</summary>
internal static class Texts
{
    public static readonly string[] Posts =
    [
        "What we learned about {0} in our plant this month.",
        "A short note on {0}, with two pictures from the line.",
        "Three things I wish I had known about {0} a year ago.",
        "Looking back at our last shutdown, and what it says about {0}.",
    ];

    public static readonly string[] Questions =
    [
        "How do you people deal with {0} when nobody has the time for it?",
        "Is there a good beginner's text on {0}?",
        "Has anybody seen this before? It seems to have to do with {0}.",
        "Where would a question about {0} be best placed?",
    ];

    public static readonly string[] BuyersQuestions =
    [
        "We are looking for a solution for {0} across four lines, any suggestions?",
        "Can Relay handle {0} for a site with eighty machines, and what would that take?",
        "Our current tool falls short on {0}. Who has moved over to Relay, and how long did it take?",
        "What does Relay do about {0} that would convince a plant manager?",
        "How do others deal with {0} when auditors ask?",
    ];

    public static readonly string[] Answers =
    [
        "We had the same with {0}; a weekly check by the shift lead solved it.",
        "For {0} start small: one machine, one sensor, one month.",
        "The handbook has a page on {0} that covers exactly this.",
        "It depends. With {0} the age of the machine matters most.",
    ];

    public static readonly string[] Comments =
    [
        "Thanks, this helps.",
        "Same here, also with {0}.",
        "Would love to see more on {0}.",
        "Not so sure about the part on {0}.",
        "Great pictures!",
    ];

    /// <summary>The text with its place for a topic filled in.</summary>
    public static string About(string topic, string text) => text.Replace("{0}", topic, StringComparison.Ordinal);
}
