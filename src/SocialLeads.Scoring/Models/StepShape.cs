using System.Collections.Immutable;

namespace SocialLeads.Scoring.Models;

/// <summary>
/// Points by the range that a measure lies in. Below the first step there are none, nor where the measure is 0: what is not there gives
/// nothing, so that a member's contributions are of what the member did.
/// </summary>
public sealed class StepShape
{
    internal StepShape(ImmutableArray<ShapeStep> steps)
    {
        Steps = steps;
        Most = Math.Max(1, steps.Select(step => Math.Abs(step.PointsThousandths)).DefaultIfEmpty(0).Max());
    }

    /// <summary>1 to 32 steps, rising.</summary>
    public ImmutableArray<ShapeStep> Steps { get; }

    /// <summary>The farthest from 0 that a step is, in thousandths of a point, from 1.</summary>
    internal long Most { get; }

    /// <summary>The points of a measure, both in thousandths.</summary>
    public long At(long thousandths)
    {
        var points = 0L;
        foreach (var step in Steps)
        {
            if (thousandths < step.FromThousandths) break;
            points = step.PointsThousandths;
        }
        return points;
    }
}

/// <summary>One step.</summary>
/// <param name="FromThousandths">Where it begins, included, in thousandths of the measure's unit, ±10^12.</param>
/// <param name="PointsThousandths">The points from there to the next step, signed, in thousandths, ±10^9.</param>
public readonly record struct ShapeStep(long FromThousandths, long PointsThousandths);
