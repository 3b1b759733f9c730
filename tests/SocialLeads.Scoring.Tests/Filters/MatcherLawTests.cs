using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using SocialLeads.Scoring.Filters;

namespace SocialLeads.Scoring.Tests.Filters;

/// <summary>Whatever is done to find phrases fast, what is found is what the plain meaning of a filter finds.</summary>
public class MatcherLawTests
{
    /// <summary>Few, so that phrases meet texts often: letters with accents, ligatures, marks alone, apostrophes, scripts without spaces.</summary>
    private static readonly string[] _pieces =
        ["a", "b", "ab", "abc", "é", "e\u0301", "\u0301", "ß", "ss", "ﬁ", "d'a", "d\u2019a", "'", "解", "決", "가", "Ａ", "1", "\ud83d\ude00", "z", "\u200d"];

    private static readonly string[] _separators = [" ", " ", " ", " ", "", ", ", "-", "\n", "_"];

    private static readonly Gen<string> _texts = Gen.Choose(0, 140).SelectMany(length =>
        Gen.Elements(_pieces).SelectMany(_ => Gen.Elements(_separators), (piece, separator) => piece + separator)
            .ArrayOf(length).Select(string.Concat));

    private static readonly Gen<string> _phrases =
        (from words in Gen.Frequency(
             (3, Gen.Elements("a", "b", "e")), (1, Gen.Elements(_pieces.Where(piece => piece.Any(char.IsLetterOrDigit)).ToArray()))).NonEmptyListOf()
         from joints in Gen.Elements(" ", " ", "* ", " ... ", " … ").ListOf(10)
         from star in Gen.Elements("", "", "*")
         let gaps = joints.Select((joint, i) => joint.Contains("..", StringComparison.Ordinal) && i > 3 ? " " : joint).ToList()
         select string.Concat(words.Take(5).Select((word, i) => i == 0 ? word : gaps[i] + word)) + star)
        .Where(phrase => Phrase.Read(phrase, out _) is not null);

    [Fact]
    public void Finds_what_the_plain_meaning_finds() =>
        Laws.Holds(Prop.ForAll(
            Arb.From(_texts),
            Arb.From(_phrases.ListOf(4)),
            Arb.From(_phrases.ListOf(3)),
            (text, any, others) =>
            {
                string[][] required = others.Count > 1 ? [[.. any], [others[0]]] : [[.. any]];
                string[] none = others.Count > 2 ? [others[2]] : [];
                var expected = any.Count == 0 ? null : PlainMatcher.Match(required, none, text);
                // Beside others, which are looked for in the same pass.
                var filters = FilterSet.Of(new[] { Filter("f", required, none), Filter("g", [[.. others, "z"]], []) });
                var found = filters.Match(Build.Activity("post") with { Text = text }).FirstOrDefault(match => match.Filter.Id == "f");
                return any.Count == 0
                    || (expected is null ? found is null : found is not null && expected.SequenceEqual(found.Evidence.Select(one => $"{one.Phrase} {one.Start} {one.Text}")));
            }));

    /// <summary>Wherever in the text, over the bounds of machine words, too.</summary>
    [Theory]
    [InlineData("a b", "a b")]
    [InlineData("a ... b", "a b")]
    [InlineData("a ... b", "a 1 2 3 4 5 6 7 8 b")]
    [InlineData("a* ... b ... c", "ax 1 2 3 4 5 6 7 8 b 1 2 3 4 5 6 7 8 c")]
    [InlineData("a ... b c", "a b b c")]
    public void Finds_at_any_place(string phrase, string said)
    {
        var filters = FilterSet.Of([Filter("f", [[phrase]], [])]);
        for (var before = 0; before <= 140; before++)
        {
            var text = string.Concat(Enumerable.Repeat("x ", before)) + said + " x x";
            var match = Assert.Single(filters.Match(Build.Activity("post") with { Text = text }));
            Assert.Equal((2 * before, said), (match.Evidence.Single().Start, match.Evidence.Single().Text));
            Assert.Empty(filters.Match(Build.Activity("post") with { Text = text.Replace(" b", " 1 2 3 4 5 6 7 8 9 b", StringComparison.Ordinal) }));
        }
    }

    [Fact]
    public void Takes_texts_apart_as_the_plain_reading_does() =>
        Laws.Holds(Prop.ForAll(Arb.From(Gen.OneOf(_texts, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""))), text =>
            Words.Of(text).SequenceEqual(PlainMatcher.WordsOf(text).Select(word => word.Folded))));

    [Fact]
    public void A_text_that_matches_nothing_allocates_nothing()
    {
        var filters = FilterSet.Of([Scoring.Packs.ModelPacks.Load().Single(model => model.Id == "listening")]);
        var activity = Build.Activity("post") with { Text = string.Concat(Enumerable.Repeat("Looking at the weather, we don't expect a solution soon. ", 20)) };
        for (var i = 0; i < 100; i++) Assert.Empty(filters.Match(activity));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) filters.Match(activity);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>
    /// The longest text against the most phrases that all begin alike and could be anywhere. By place and phrase this takes minutes; the
    /// bound leaves a slow machine ten times what it takes.
    /// </summary>
    [Theory]
    [InlineData("a ... a ... b")]
    [InlineData("a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a ... a ... b")]
    public void A_hostile_filter_costs_little(string begin)
    {
        var filters = FilterSet.Of(new[] { Filter("f", [[.. Enumerable.Range(0, ScoringBounds.Phrases).Select(i => $"{begin}{i}")]], []) });
        var text = string.Concat(Enumerable.Range(0, ScoringBounds.Phrases).Select(i => $"b{i} ")) + string.Concat(Enumerable.Repeat("a ", 6_000));
        var watch = Stopwatch.StartNew();
        Assert.Empty(filters.Match(Build.Activity("post") with { Text = text }));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
    }

    private static TextFilter Filter(string id, string[][] required, string[] none) => new(
        id, [], [], [.. required.Select(PhrasesOf)], PhrasesOf(none));

    private static List<Phrase> PhrasesOf(IEnumerable<string> phrases) => [.. phrases.Select(phrase => Phrase.Read(phrase, out _)!)];

    private static class ScoringBounds
    {
        public const int Phrases = Scoring.Models.ModelBounds.MaxPhrases;
    }
}
