using SocialLeads.V1;

namespace SocialLeads.Cli.Import;

/// <summary>An activity on its way to the server, with the place it was read from.</summary>
/// <param name="Activity">What is sent.</param>
/// <param name="Source">The file it was read from, as people know it.</param>
/// <param name="Line">The line in that file, from 1; 0 when it was derived from several lines.</param>
internal readonly record struct ImportedActivity(Activity Activity, string Source, long Line)
{
    /// <summary>The place in one piece, such as <c>Posts.xml:12</c>.</summary>
    public string Place => Line > 0 ? $"{Source}:{Line}" : Source;
}
