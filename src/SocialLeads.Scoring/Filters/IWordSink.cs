namespace SocialLeads.Scoring.Filters;

/// <summary>Takes the words of a text as they are read, letter by letter, so that nothing is made of those nobody looks for.</summary>
internal interface IWordSink
{
    /// <summary>The next letter of a word, folded.</summary>
    void Letter(char folded);

    /// <summary>The end of a word of at least one letter.</summary>
    /// <param name="start">Where it begins in the text.</param>
    /// <param name="end">Where it ends.</param>
    void End(int start, int end);
}
