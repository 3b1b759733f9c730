using System.Collections.Immutable;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Patterns;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Models;

/// <summary>One behaviour that a model scores.</summary>
public sealed record Signal
{
    internal Signal()
    {
    }

    /// <summary>The id, <c>[a-z][a-z0-9_]*</c>, at most 64 bytes; contributions name it.</summary>
    public required string Id { get; init; }

    /// <summary>A title for people.</summary>
    public required string Title { get; init; }

    /// <summary>Why it counts, and why as much as it does.</summary>
    public required string Why { get; init; }

    /// <summary>The kinds of activity it measures, 1 to 64, distinct; none for <see cref="Measure.Colleagues"/>.</summary>
    public required ImmutableArray<string> Kinds { get; init; }

    /// <summary>For a membership: the kinds that end it. Otherwise empty.</summary>
    public required ImmutableArray<string> Ends { get; init; }

    /// <summary>What it is counted by.</summary>
    public required Facet Facet { get; init; }

    /// <summary>What is measured of the activities.</summary>
    public required Measure Measure { get; init; }

    /// <summary>How much a day counts by its age.</summary>
    public required Lookback Lookback { get; init; }

    /// <summary>How weeks are judged by <see cref="Measure.Change"/> and <see cref="Measure.Onset"/>; of no meaning for others.</summary>
    public required PatternRule Pattern { get; init; }

    /// <summary>What of the activities counts, and what must stand behind it.</summary>
    public required SignalLimits Limits { get; init; }

    /// <summary>What an activity must say to count; null if any counts.</summary>
    public required AttributeCondition? Where { get; init; }

    /// <summary>The filter that an activity must match to count; null if any counts.</summary>
    public required TextFilter? Filter { get; init; }

    /// <summary>Whether it tells who the member is or what the member does.</summary>
    public required ScoreDimension Dimension { get; init; }

    /// <summary>The id of the group it is bounded with; empty if none.</summary>
    public required string Group { get; init; }

    /// <summary>The points of each range of the measure; null when it has a weight and a transform instead.</summary>
    public required StepShape? Steps { get; init; }

    /// <summary>Thousandths of a point for each unit after the transform, ±1,000,000,000, never 0; of no meaning beside steps.</summary>
    public required long WeightThousandths { get; init; }

    /// <summary>What a facet counts relative to others.</summary>
    public required FacetWeights FacetWeights { get; init; }

    /// <summary>What becomes of the weighted measure before the weight; of no meaning beside steps.</summary>
    public required Transform Transform { get; init; }

    /// <summary>The most it can add, and the most it can take; above 0. Of steps, the farthest from 0.</summary>
    public required Points Cap { get; init; }
}
