using System.CommandLine;
using System.Globalization;

namespace SocialLeads.Cli.Commands;

/// <summary>A model as it is named on the command line: <c>ID</c>, or <c>ID@VERSION</c>.</summary>
/// <param name="Id">The id.</param>
/// <param name="Version">From 1; 0 when none is named.</param>
internal readonly record struct ModelName(string Id, int Version)
{
    /// <summary>The model and version that are meant when none is named.</summary>
    public static ModelName Default => new("", 0);

    /// <summary>An argument that has to name a version.</summary>
    public static Argument<ModelName> Argument(string description) => new("ID@VERSION")
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (TryParse(text) is { Version: > 0 } name)
                return name;
            result.AddError($"'{text}' does not name a version of a model, such as corporate-community@2");
            return default;
        },
    };

    /// <summary>An option that names a model, and perhaps a version.</summary>
    public static Option<ModelName> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "ID[@VERSION]",
        DefaultValueFactory = _ => Default,
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (TryParse(text) is { } model)
                return model;
            result.AddError($"{name}: '{text}' is not a model, such as corporate-community or corporate-community@2");
            return default;
        },
    };

    /// <summary>As it is written; empty when none is named.</summary>
    public override string ToString() => Version > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Id}@{Version}") : Id;

    /// <summary>Null when the text is not a name.</summary>
    public static ModelName? TryParse(string text)
    {
        var at = text.LastIndexOf('@');
        if (at < 0)
            return text.Length > 0 ? new ModelName(text, 0) : null;
        return at > 0 && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0
            ? new ModelName(text[..at], version)
            : null;
    }
}
