using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models.Yaml;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads the groups of signals of a model document.</summary>
internal static class GroupsReader
{
    private const string Key = "groups";

    public static ImmutableArray<SignalGroup> Read(MapReader map, IReadOnlyList<Signal> signals)
    {
        var groups = ImmutableArray.CreateBuilder<SignalGroup>();
        foreach (var one in map.Maps(Key, ModelBounds.MaxGroups, "groups", required: false))
        {
            var id = one.Text("group", ModelBounds.MaxIdBytes);
            if (id.Length > 0 && !TextRules.IsSnakeName(id)) one.Refuse("group", "is not a lower_snake_case name ([a-z][a-z0-9_]*)");
            else if (groups.Any(group => group.Id == id)) one.Refuse("group", $"is given twice: {id}");
            else if (id.Length > 0 && !signals.Any(signal => signal.Group == id)) one.Refuse("group", $"is named by no signal: {id}");
            var title = one.Text("title", ModelBounds.MaxTitleBytes);
            groups.Add(new(id, title, Points.FromThousandths(one.Thousandths("cap", 1, Points.MaxThousandths))));
            one.Close();
        }
        foreach (var signal in signals)
        {
            if (signal.Group.Length > 0 && !groups.Any(group => group.Id == signal.Group))
                map.Refuse(Key, $"have no group {signal.Group}, which signal {signal.Id} names");
        }
        return groups.ToImmutable();
    }
}
