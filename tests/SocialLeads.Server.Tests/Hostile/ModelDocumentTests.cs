using System.Text;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Model documents that are meant to break whoever reads them.</summary>
public class ModelDocumentTests(HostileServer fixture) : HostileTests(fixture)
{
    private const int LargestDocument = 1024 * 1024;

    private static readonly Dictionary<string, Func<string>> _documents = new()
    {
        ["nonsense"] = () => "🦊 once upon a time",
        ["a number"] = () => "42",
        ["a list"] = () => "- a\n- b",
        ["nothing but a comment"] = () => "# nothing",
        ["another document behind"] = () => "model: a\n---\nmodel: b",
        ["a key that is not closed"] = () => "model: {",
        ["a tab"] = () => "model:\n\t- a",
        ["NUL"] = () => "model: a\0b",
        ["a tag of a type"] = () => "model: !!System.Diagnostics.Process { FileName: sh }",
        ["an alias"] = () => "model: &a x\ntitle: *a",
        ["an alias of itself"] = () => "model: &a [*a]",
        ["ten billion laughs"] = Laughs,
        ["lists within lists"] = () => new string('[', LargestDocument),
        ["maps within maps"] = () => Repeat("{a: ", LargestDocument),
        ["items within items"] = () => Repeat("- ", LargestDocument),
        ["keys within keys"] = () => Repeat("? ", LargestDocument),
        ["levels below levels"] = () => Levels(1200),
        ["a key of a megabyte"] = () => new string('k', LargestDocument - 10) + ": 1",
        ["sixty thousand unknown keys"] = () => string.Concat(Enumerable.Range(0, 60_000).Select(i => $"signal{i}: 1\n")),
        ["sixty thousand signals"] = () => "model: a\nversion: 1\nsignals:\n" + Repeat("- signal: a\n", 720_000),
        ["numbers beyond numbers"] = () =>
            $"model: a\nversion: {new string('9', 100_000)}\ncurve: {{ half: 1e999999999 }}\nsignals: [{{ signal: a, weight: .nan, cap: .inf }}]",
    };

    public static TheoryData<string> Documents => [.. _documents.Keys];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Is_answered_with_what_is_wrong(string what)
    {
        var answer = await Server.Models.ValidateModelAsync(
            new ValidateModelRequest { Document = _documents[what]() }, cancellationToken: Cancel);

        Assert.NotEmpty(answer.Violations);
        Assert.All(answer.Violations, violation => Assert.NotEmpty(violation.Description));
        Assert.Null(answer.Model);
    }

    [Fact]
    public async Task Of_very_many_violations_the_first_thousand_are_listed_and_the_rest_counted()
    {
        var answer = await Server.Models.ValidateModelAsync(
            new ValidateModelRequest { Document = _documents["sixty thousand unknown keys"]() }, cancellationToken: Cancel);

        Assert.Equal(1001, answer.Violations.Count);
        Assert.Contains("more violations", answer.Violations[^1].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_and_too_much_are_refused()
    {
        var half = new string('é', LargestDocument / 2);
        await Refusal.OfField("document", Server.Models.ValidateModelAsync(new ValidateModelRequest(), cancellationToken: Cancel));
        await Refusal.OfField("document", Server.Models.ValidateModelAsync(
            new ValidateModelRequest { Document = half + "x" }, cancellationToken: Cancel));
        await Refusal.OfField("document", Server.Models.ValidateModelAsync(
            new ValidateModelRequest { Document = new string('#', 2 * LargestDocument) }, cancellationToken: Cancel));

        Assert.NotEmpty((await Server.Models.ValidateModelAsync(
            new ValidateModelRequest { Document = half }, cancellationToken: Cancel)).Violations);
    }

    private static string Laughs()
    {
        var document = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (var i = 1; i <= 33; i++) document.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n");
        return document.Append("model: *a33\n").ToString();
    }

    private static string Levels(int depth) =>
        string.Concat(Enumerable.Range(0, depth).Select(level => $"{new string(' ', level)}a:\n"));

    private static string Repeat(string part, int length) => new StringBuilder().Insert(0, part, length / part.Length).ToString();
}
