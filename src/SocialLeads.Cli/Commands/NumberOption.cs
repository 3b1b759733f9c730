using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace SocialLeads.Cli.Commands;

/// <summary>An option that takes a number within bounds, both included.</summary>
internal static class NumberOption
{
    public static Option<T> Create<T>(string name, string helpName, string description, T least, T greatest, T otherwise)
        where T : INumber<T> => new(name)
        {
            Description = description,
            HelpName = helpName,
            DefaultValueFactory = _ => otherwise,
            CustomParser = result =>
            {
                var text = result.Tokens.Single().Value;
                if (T.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= greatest)
                    return value;
                result.AddError($"{name}: '{text}' is not a number from {least} to {greatest}");
                return otherwise;
            },
        };
}
