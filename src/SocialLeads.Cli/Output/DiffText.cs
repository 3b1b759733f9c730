using System.Globalization;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>Differing lines, with a few around them.</summary>
internal static class DiffText
{
    private const int Around = 3;

    public static void Write(IAnsiConsole console, string from, string to, IReadOnlyList<DiffLine> lines)
    {
        if (Shown(lines).Count == 0)
        {
            console.WriteLine("The documents are the same.");
            return;
        }

        console.WriteLine(Printable.Of($"--- {from}"), new Style(Color.Red));
        console.WriteLine(Printable.Of($"+++ {to}"), new Style(Color.Green));
        var last = -2;
        foreach (var at in Shown(lines))
        {
            var line = lines[at];
            if (at != last + 1)
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"@@ line {Math.Max(line.From, line.To)} @@"), new Style(Color.Blue));
            var color = line.Change switch { '-' => Color.Red, '+' => Color.Green, _ => Color.Default };
            console.WriteLine($"{line.Change}{Printable.Of(line.Text)}", new Style(color));
            last = at;
        }
    }

    public static string ToJson(IReadOnlyList<DiffLine> lines) => Json.Text(writer =>
    {
        writer.WriteStartObject();
        var shown = Shown(lines);
        writer.WriteBoolean("same", shown.Count == 0);
        writer.WriteStartArray("lines");
        foreach (var line in shown.Select(at => lines[at]))
        {
            writer.WriteStartObject();
            writer.WriteString("change", line.Change switch { '-' => "removed", '+' => "added", _ => "kept" });
            writer.WriteString("text", line.Text);
            writer.WriteNumber("from", line.From);
            writer.WriteNumber("to", line.To);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary>The indices of the lines that changed and of those near them.</summary>
    private static List<int> Shown(IReadOnlyList<DiffLine> lines)
    {
        var shown = new SortedSet<int>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Change == ' ')
                continue;
            for (var near = Math.Max(0, at - Around); near <= Math.Min(lines.Count - 1, at + Around); near++)
                shown.Add(near);
        }

        return [.. shown];
    }
}
