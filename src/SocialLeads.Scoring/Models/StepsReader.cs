using System.Collections.Immutable;
using SocialLeads.Scoring.Models.Yaml;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads the steps of a signal, which stand in the place of weight, transform and cap.</summary>
internal static class StepsReader
{
    private const string Key = "steps";

    public static StepShape? Read(MapReader map)
    {
        const long MaxFrom = ModelBounds.MaxStepFromThousandths;
        var steps = ImmutableArray.CreateBuilder<ShapeStep>();
        foreach (var one in map.Maps(Key, ModelBounds.MaxSteps, Key, required: false))
        {
            var step = new ShapeStep(
                one.Thousandths("from", -MaxFrom, MaxFrom), one.Thousandths("points", -Points.MaxThousandths, Points.MaxThousandths));
            if (steps.Count > 0 && step.FromThousandths <= steps[^1].FromThousandths) one.Refuse("from", "is not above that of the step before");
            steps.Add(step);
            one.Close();
        }
        if (!map.Has(Key)) return null;
        foreach (var instead in (ReadOnlySpan<string>)["weight", "transform", "cap"])
        {
            if (map.Node(instead, required: false) is not null) map.Refuse(instead, "does not go with steps, which say the points themselves");
        }
        var shape = new StepShape(steps.ToImmutable());
        if (shape.At(0) != 0) map.Refuse(Key, "give points where the measure is 0; put them into the model's intercept");
        if (steps.Count > 0 && steps.All(step => step.PointsThousandths == 0)) map.Refuse(Key, "give no points; leave the signal out instead");
        return shape;
    }
}
