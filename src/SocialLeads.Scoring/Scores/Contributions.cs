using System.Collections.Immutable;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Scores;

/// <summary>Shares out the points of signals among their facets, and adds the intercept.</summary>
internal static class Contributions
{
    private const int MostOnStack = 64;

    public static ImmutableArray<Contribution> Of(
        ReadOnlySpan<MeasuredFacet> measured, SignalPlan[] plans, ReadOnlySpan<SignalSums> sums, Points intercept)
    {
        var contributions = new List<Contribution>(measured.Length);
        var facets = measured.ToArray();
        // By facet, so that among equal remainders the first in ordinal order wins.
        Array.Sort(facets, static (left, right) => left.Signal != right.Signal
            ? left.Signal.CompareTo(right.Signal)
            : string.CompareOrdinal(left.Facet, right.Facet));
        for (var start = 0; start < facets.Length;)
        {
            var signal = facets[start].Signal;
            var end = start + 1;
            while (end < facets.Length && facets[end].Signal == signal) end++;
            AddSignal(contributions, facets.AsSpan(start..end), plans[signal], sums[signal]);
            start = end;
        }
        if (intercept != Points.Zero) contributions.Add(new(ScoringModel.InterceptId, "", 1, intercept));
        contributions.Sort(Compare);
        return [.. contributions];
    }

    private static void AddSignal(
        List<Contribution> contributions, ReadOnlySpan<MeasuredFacet> facets, SignalPlan plan, SignalSums sums)
    {
        if (plan.Steps is not null)
        {
            // Steps are of the total: no part of their points is any one facet's.
            contributions.Add(new(plan.Signal.Id, "", plan.MeasuredWeighted(sums.Net), Points.FromThousandths(sums.Thousandths)));
            return;
        }
        Span<long> thousandths = stackalloc long[Math.Min(facets.Length, MostOnStack)];
        if (facets.Length > MostOnStack) thousandths = new long[facets.Length];
        thousandths.Clear();
        ShareOut(sums.ForThousandths, facets, +1, thousandths);
        ShareOut(sums.AgainstThousandths, facets, -1, thousandths);
        for (var i = 0; i < facets.Length; i++)
        {
            contributions.Add(new(
                plan.Signal.Id, facets[i].Facet, plan.Measured(facets[i].Sum), Points.FromThousandths(thousandths[i])));
        }
    }

    /// <summary>Shares out one side of a signal's points among the facets whose weighted sum has a sign.</summary>
    private static void ShareOut(long points, ReadOnlySpan<MeasuredFacet> facets, int sign, Span<long> thousandths)
    {
        if (points == 0) return;
        var places = new List<int>(facets.Length);
        for (var i = 0; i < facets.Length; i++)
        {
            if (Int128.Sign(facets[i].Weighted) == sign) places.Add(i);
        }

        // Most signals have one facet, and there is nothing to share.
        if (places.Count == 1)
        {
            thousandths[places[0]] = points;
            return;
        }

        var parts = new Int128[places.Count];
        for (var i = 0; i < parts.Length; i++) parts[i] = Int128.Abs(facets[places[i]].Weighted);
        var shares = Apportionment.Share(Math.Abs(points), parts);
        for (var i = 0; i < shares.Length; i++) thousandths[places[i]] = Math.Sign(points) * shares[i];
    }

    private static int Compare(Contribution left, Contribution right)
    {
        var byPoints = Math.Abs(right.Points.Thousandths).CompareTo(Math.Abs(left.Points.Thousandths));
        if (byPoints != 0) return byPoints;
        var bySignal = string.CompareOrdinal(left.Signal, right.Signal);
        return bySignal != 0 ? bySignal : string.CompareOrdinal(left.Facet, right.Facet);
    }
}
