using SocialLeads.Scoring.Models.Yaml;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads the curve of a model: <c>{ half: … }</c>, or <c>logistic</c>.</summary>
internal static class CurveReader
{
    private const string Key = "curve";

    public static ScoreCurve Read(MapReader map)
    {
        var node = map.Node(Key, required: true);
        if (node is ScalarNode { Value: "logistic" }) return new LogisticCurve();
        var half = 1000L;
        if (node is MapNode && map.Map(Key, required: true) is { } curve)
        {
            half = curve.Thousandths("half", 1000, Points.MaxThousandths);
            curve.Close();
        }
        else if (node is not null)
        {
            map.Refuse(Key, "is none of { half: … }, logistic");
        }
        return new SaturatingCurve(Points.FromThousandths(half));
    }
}
