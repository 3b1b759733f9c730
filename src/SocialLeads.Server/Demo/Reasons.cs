using System.Globalization;
using SocialLeads.V1;

namespace SocialLeads.Server.Demo;

/// <summary>Says in words what a lead's points come from.</summary>
/// <param name="titles">The titles of the model's signals, by signal.</param>
internal sealed class Reasons(IReadOnlyDictionary<string, string> titles)
{
    /// <summary>The contributions that add or take the most, a line each; those of 0 points say nothing.</summary>
    /// <param name="lead">A lead with its contributions, largest first.</param>
    /// <param name="most">How many lines at most.</param>
    public IEnumerable<string> Of(Lead lead, int most) => lead.Contributions
        .Where(c => c.Points != 0)
        .Take(most)
        .Select(Line);

    private string Line(Contribution contribution)
    {
        var title = titles.GetValueOrDefault(contribution.Signal, contribution.Signal);
        var facet = contribution.Facet.Length == 0 ? "" : ": " + contribution.Facet;
        return string.Create(CultureInfo.InvariantCulture, $"{contribution.Points,8:+0.000;-0.000}  {title}{facet}");
    }
}
