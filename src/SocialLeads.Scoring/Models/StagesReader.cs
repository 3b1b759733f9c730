using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models.Yaml;
using SocialLeads.Scoring.Scores;
using SocialLeads.Scoring.Stages;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads the stages of a model document.</summary>
internal static class StagesReader
{
    public static StageLadder Read(MapReader map)
    {
        var stages = ImmutableArray.CreateBuilder<Stage>();
        foreach (var one in map.Maps("stages", ModelBounds.MaxStages, "stages", required: false))
        {
            var id = one.Text("stage", ModelBounds.MaxIdBytes);
            if (id.Length > 0 && !TextRules.IsSnakeName(id)) one.Refuse("stage", "is not a lower_snake_case name ([a-z][a-z0-9_]*)");
            else if (stages.Any(stage => stage.Id == id)) one.Refuse("stage", $"is given twice: {id}");
            var from = Points.FromThousandths(one.Thousandths("from", 0, Points.MaxThousandths));
            if (stages.Count > 0 && from <= stages[^1].From) one.Refuse("from", $"is {from}, not above the {stages[^1].From} of the stage before");
            stages.Add(new(id, from));
            one.Close();
        }
        return new(stages.ToImmutable());
    }
}
