using System.Collections.Immutable;
using SocialLeads.Scoring.Companies;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Scores;
using SocialLeads.Scoring.Stages;

namespace SocialLeads.Scoring.Models;

/// <summary>A scoring model: what counts, and how much. Made by <see cref="ModelDocument.Parse"/> alone, so always valid.</summary>
public sealed class ScoringModel
{
    private readonly Lazy<SignalPlan[]> _plans;
    private readonly Lazy<ColleaguesShare?> _colleagues;

    internal ScoringModel()
    {
        _plans = new(() => [.. Signals.Select(static signal => new SignalPlan(signal))]);
        _colleagues = new(() => Plans.Where(static plan => plan.Signal.Measure == Measure.Colleagues).ToList() is { Count: > 0 } plans
            ? new ColleaguesShare(plans, Combine)
            : null);
    }

    /// <summary>The signals made ready, once for all scorers.</summary>
    internal SignalPlan[] Plans => _plans.Value;

    /// <summary>The id, <c>[a-z][a-z0-9-]*</c>, at most 64 bytes.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>A title for people.</summary>
    public required string Title { get; init; }

    /// <summary>What the model is for; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>How points become a score.</summary>
    public required ScoreCurve Curve { get; init; }

    /// <summary>1 to 200 signals with different ids, in the order of the document.</summary>
    public required ImmutableArray<Signal> Signals { get; init; }

    /// <summary>The filters over text that signals count by, at most 50, their ids distinct.</summary>
    public required ImmutableArray<TextFilter> Filters { get; init; }

    /// <summary>How fit and engagement are combined.</summary>
    public required DimensionWeights Combine { get; init; }

    /// <summary>Groups of signals that are bounded together, at most 50; each is named by a signal.</summary>
    public required ImmutableArray<SignalGroup> Groups { get; init; }

    /// <summary>The stages, at most 20; may have none.</summary>
    public required StageLadder Ladder { get; init; }

    /// <summary>How members roll up into companies.</summary>
    public required CompanyRule Company { get; init; }

    /// <summary>What colleagues add to a member's own points; null when no signal has measure <c>colleagues</c>.</summary>
    public ColleaguesShare? Colleagues => _colleagues.Value;

    /// <summary>The document it was read from.</summary>
    public required string Document { get; init; }
}
