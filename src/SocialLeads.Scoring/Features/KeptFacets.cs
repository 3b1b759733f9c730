using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// Leaves out of an activity what a symbol table has no series for. It counts as one without that tag, group, role, domain, channel or
/// attribute, so that whoever folds it later, with whatever budget, finds nothing new in it.
/// </summary>
internal sealed class KeptFacets(SymbolTable symbols)
{
    private int _leftOut;

    /// <summary>The activity with what is kept of it.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="kind">Its kind, or what it counts as instead.</param>
    /// <param name="leftOut">How many facets are left out of it; the kind is one.</param>
    public Activity Of(Activity activity, string kind, out int leftOut)
    {
        _leftOut = kind == activity.Kind ? 0 : 1;
        var kept = activity with
        {
            Kind = kind,
            Group = Kept(kind, Dimension.Group, activity.Group),
            PeerRole = Kept(kind, Dimension.PeerRole, activity.PeerRole),
            EmailDomain = Kept(kind, Dimension.EmailDomain, activity.EmailDomain),
            Channel = Kept(kind, Dimension.Channel, activity.Channel),
            Tags = activity.Tags.IsDefault ? default : activity.Tags.RemoveAll(tag => Kept(kind, Dimension.Tag, tag).Length == 0),
            Attributes = activity.Attributes.IsDefault
                ? default
                : activity.Attributes.RemoveAll(one => Kept(kind, Dimension.Attribute, $"{one.Key}={one.Value}").Length == 0),
        };
        leftOut = _leftOut;
        return kept;
    }

    private string Kept(string kind, Dimension dimension, string facet)
    {
        if (facet.Length == 0 || symbols.TryFind(new SeriesKey(kind, dimension, facet, Metric.Count), out _)) return facet;
        _leftOut++;
        return "";
    }
}
