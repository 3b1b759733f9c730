using FsCheck.Fluent;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Tests.Models;

/// <summary>A document is read or refused, whatever it is.</summary>
public class ModelDocumentLawTests
{
    private static readonly string[] _scraps =
        ["\n", " ", "  ", "- ", ": ", "{", "}", "[", "]", "\"", "'", "&a", "*a", "!!x ", "|", ">", "#", "---", "...", "%YAML", "?", "\t", "\0", "\uFFFE", "\uD800", "1e9", "~", "<<: ", ","];

    [Fact]
    public void Mutated_packs_are_read_or_refused() =>
        Laws.Holds(
            Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
            {
                var random = new Random(seed);
                var text = Build.Pack.Document;
                for (var changes = random.Next(1, 6); changes > 0; changes--)
                {
                    var at = random.Next(text.Length);
                    var cut = Math.Min(random.Next(3) * random.Next(20), text.Length - at);
                    text = text.Remove(at, cut).Insert(at, _scraps[random.Next(_scraps.Length)]);
                }
                return IsReadOrRefused(text);
            }),
            cases: 500);

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Laws.Holds(Prop.ForAll(ArbMap.Default.ArbFor<string>(), IsReadOrRefused), cases: 1000);

    [Fact]
    public void Any_scraps_of_YAML_are_read_or_refused() =>
        Laws.Holds(
            Prop.ForAll(Gen.Elements(_scraps).Or(Gen.Elements("model", "signals", "a")).ArrayOf().ToArbitrary(), scraps => IsReadOrRefused(string.Concat(scraps))),
            cases: 3000);

    [Fact]
    public void Deep_nesting_is_refused_at_once() =>
        Assert.True(IsReadOrRefused("a: " + new string('[', 1_000_000)) && IsReadOrRefused(string.Concat(Enumerable.Repeat("- ", 400_000))));

    private static bool IsReadOrRefused(string? text)
    {
        var result = ModelDocument.Parse(text);
        return result.Model is null == result.Violations.Count > 0;
    }
}
