using FsCheck;
using FsCheck.Fluent;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Activities;

public class DraftLawTests
{
    /// <summary>Text of all sorts, and what is nearly right.</summary>
    private static readonly Gen<string?> _text = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string?>(),
        Gen.Elements<string?>("post", "page_view", "x", "a.example", "😀", "\uD800", "a\0", null));

    private static readonly Gen<SecondsAndNanos?> _time = Gen.OneOf(
        Gen.Choose(-1_000_000_000, 1_720_000_000).Select(seconds => (SecondsAndNanos?)new SecondsAndNanos(seconds, 5)),
        Gen.Elements<SecondsAndNanos?>(null, new(-62_135_596_800, 0), new(long.MinValue, -1), new(long.MaxValue, int.MaxValue)));

    private static readonly Gen<ActivityDraft> _drafts =
        from id in Gen.Elements("1", "2", "")
        from kind in Gen.Elements("post", "visit", "connection", "registration", "Bad")
        from time in _time
        from texts in Gen.ArrayOf(_text, 6)
        from tags in Gen.ArrayOf(_text, 3)
        from duration in Gen.OneOf(_time, Gen.Constant((SecondsAndNanos?)null))
        from value in ArbMap.Default.GeneratorFor<double?>()
        select new ActivityDraft
        {
            Id = id,
            Member = "m",
            Kind = kind,
            OccurredAt = time,
            Group = texts[0],
            Tags = tags!,
            Peer = texts[1],
            PeerRole = texts[2],
            EmailDomain = texts[3],
            Duration = duration,
            Value = value,
            Text = texts[4],
            Channel = texts[5],
        };

    [Fact]
    public void Any_draft_is_checked_and_what_passes_is_folded_and_scored() =>
        Laws.Holds(
            Prop.ForAll(_drafts.ToArbitrary(), draft =>
            {
                var violations = ActivityRules.Check(draft, 1_720_000_000_000, out var activity);
                if (activity is null) return violations.Count > 0;
                var symbols = new SymbolTable();
                var features = new FeatureFold(symbols).Fold([], [activity]);
                var portable = PortableFeatures.Parse(PortableFeatures.Export(features, symbols).Bytes);
                return new Scorer(Build.Pack, portable.Symbols).TryPoints(portable.Packed.Span, activity.Day, out _);
            }),
            cases: 2000);
}
