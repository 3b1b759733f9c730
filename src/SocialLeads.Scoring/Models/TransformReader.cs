using SocialLeads.Scoring.Models.Yaml;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads the transform of a signal: <c>linear</c>, or a map of a formula to its parameter.</summary>
internal static class TransformReader
{
    private const string Key = "transform";
    private const long MaxParameterThousandths = 1_000_000_000_000;

    private static readonly Transform _linear = new(TransformKind.Linear, 1);

    public static Transform Read(MapReader map)
    {
        var node = map.Node(Key, required: false);
        if (node is null or ScalarNode { Value: "linear" }) return _linear;
        if (node is not MapNode || map.Map(Key, required: false) is not { } formulas)
            return Refuse(map);
        var logarithmic = Parameter(formulas, "logarithmic", "scale");
        var saturating = Parameter(formulas, "saturating", "half");
        formulas.Close();
        return (logarithmic, saturating) switch
        {
            ({ } scale, null) => new(TransformKind.Logarithmic, scale),
            (null, { } half) => new(TransformKind.Saturating, half),
            _ => Refuse(map),
        };
    }

    private static double? Parameter(MapReader formulas, string formula, string parameter)
    {
        if (formulas.Map(formula, required: false) is not { } map) return formulas.Has(formula) ? 1 : null;
        var thousandths = map.Thousandths(parameter, 1, MaxParameterThousandths);
        map.Close();
        return thousandths / 1000.0;
    }

    private static Transform Refuse(MapReader map)
    {
        map.Refuse(Key, "is none of linear, { logarithmic: { scale: … } }, { saturating: { half: … } }");
        return _linear;
    }
}
