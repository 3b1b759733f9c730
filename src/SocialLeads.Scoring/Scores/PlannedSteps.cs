using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Scores;

/// <summary>Steps made ready: whole numbers are compared with whole numbers, so that no rounding decides on which step a member stands.</summary>
internal sealed class PlannedSteps
{
    private readonly Int128[] _from;
    private readonly long[] _points;

    /// <param name="shape">The steps.</param>
    /// <param name="held">How many of what is held are one unit of the measure.</param>
    public PlannedSteps(StepShape shape, long held)
    {
        // Sums are weighted by thousandths, and steps begin at thousandths: both are a thousand times as much.
        _from = [.. shape.Steps.Select(step => (Int128)step.FromThousandths * held)];
        _points = [.. shape.Steps.Select(step => step.PointsThousandths)];
    }

    /// <summary>Thousandths of a point for a facet-weighted sum.</summary>
    public long Thousandths(Int128 weightedSum)
    {
        var place = Array.BinarySearch(_from, weightedSum);
        if (place < 0) place = ~place - 1;
        return place < 0 ? 0 : _points[place];
    }
}
