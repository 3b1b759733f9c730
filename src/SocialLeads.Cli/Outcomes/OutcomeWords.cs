using SocialLeads.V1;

namespace SocialLeads.Cli.Outcomes;

/// <summary>The outcomes as files and people name them.</summary>
internal static class OutcomeWords
{
    private static readonly (string Word, OutcomeKind Kind)[] _words =
    [
        ("qualified", OutcomeKind.Qualified), ("rejected", OutcomeKind.Rejected), ("won", OutcomeKind.Won), ("lost", OutcomeKind.Lost),
    ];

    public static IReadOnlyList<string> All { get; } = [.. _words.Select(pair => pair.Word)];

    /// <summary>What says, without anything else being told, that a member was worth finding.</summary>
    public static IReadOnlyList<string> Positive { get; } = ["qualified", "won"];

    public static OutcomeKind KindOf(string word) => Array.Find(_words, pair => pair.Word == word).Kind;

    /// <summary>The word; a kind that this version does not know by its number.</summary>
    public static string Of(OutcomeKind kind) => Array.Find(_words, pair => pair.Kind == kind).Word ?? $"{(int)kind}";
}
