namespace SocialLeads.Scoring.Models.Yaml;

/// <summary>A part of a document.</summary>
internal abstract record DocumentNode
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Sort { get; }
}

/// <summary>A text or number as written.</summary>
/// <param name="Value">The text without quotes.</param>
/// <param name="Plain">Whether it was written without quotes.</param>
internal sealed record ScalarNode(string Value, bool Plain) : DocumentNode
{
    public override string Sort => "a single value";
}

/// <summary>A list.</summary>
internal sealed record ListNode(IReadOnlyList<DocumentNode> Items) : DocumentNode
{
    public override string Sort => "a list";
}

/// <summary>A map, in the order of the document, its keys distinct.</summary>
internal sealed record MapNode(IReadOnlyList<KeyValuePair<string, DocumentNode>> Entries) : DocumentNode
{
    public override string Sort => "a map";
}
