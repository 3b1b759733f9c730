using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Companies;

/// <summary>Finds whoever ever had an e-mail domain, whatever it is now, from features and without scoring.</summary>
public static class OwnDomains
{
    private static readonly string[] _kinds = [ActivityKinds.Registration, ActivityKinds.ProfileUpdate, ActivityKinds.EmailChange];

    /// <summary>The series of a symbol table that tell that a member has the domain; none if nobody does.</summary>
    public static HashSet<int> SeriesOf(SymbolTable symbols, string domain)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        var series = new HashSet<int>();
        foreach (var kind in _kinds)
        {
            if (symbols.TryFind(new SeriesKey(kind, Dimension.EmailDomain, domain, Metric.Count), out var id)) series.Add(id);
        }

        return series;
    }

    /// <summary>Whether packed features have any of some series.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public static bool HasAny(ReadOnlySpan<byte> features, HashSet<int> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (features.IsEmpty) return false;
        var reader = new PackedReader(features);
        while (reader.NextSeries())
        {
            if (series.Contains(reader.Series)) return true;
        }

        return false;
    }
}
