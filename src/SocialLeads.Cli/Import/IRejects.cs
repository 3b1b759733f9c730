using SocialLeads.V1;

namespace SocialLeads.Cli.Import;

/// <summary>Is told of everything that did not go in. Activities and lines may come from two threads.</summary>
internal interface IRejects
{
    /// <summary>The server rejected an activity.</summary>
    void AddActivity(ImportedActivity activity, IReadOnlyList<FieldViolation> violations);

    /// <summary>A line could not be read as an activity.</summary>
    void AddLine(string source, long line, string error);
}
