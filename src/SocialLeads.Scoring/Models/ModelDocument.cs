namespace SocialLeads.Scoring.Models;

/// <summary>Reads model documents.</summary>
public static class ModelDocument
{
    /// <summary>Reads and checks a YAML document. Never throws, whatever the text.</summary>
    public static ModelParseResult Parse(string yaml) => throw new NotImplementedException();
}
