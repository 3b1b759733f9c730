namespace SocialLeads.Scoring.Models;

/// <summary>The bounds of a model document.</summary>
public static class ModelBounds
{
    /// <summary>The longest window or half-life, and the age beyond which a decaying measure sees nothing.</summary>
    public const int HorizonDays = 400;

    /// <summary>The most UTF-8 bytes of a document.</summary>
    public const int MaxDocumentBytes = 1 << 20;

    /// <summary>The most UTF-8 bytes of the id of a model or signal.</summary>
    public const int MaxIdBytes = 64;

    /// <summary>The most UTF-8 bytes of a title.</summary>
    public const int MaxTitleBytes = 200;

    /// <summary>The most UTF-8 bytes of a description or a reason.</summary>
    public const int MaxProseBytes = 10_000;

    /// <summary>The most signals of a model.</summary>
    public const int MaxSignals = 200;

    /// <summary>The most groups of signals.</summary>
    public const int MaxGroups = 50;

    /// <summary>The most stages.</summary>
    public const int MaxStages = 20;

    /// <summary>The most public e-mail domains.</summary>
    public const int MaxPublicDomains = 10_000;

    /// <summary>The most filters over text.</summary>
    public const int MaxFilters = 50;

    /// <summary>The most phrases of a filter.</summary>
    public const int MaxPhrases = 500;

    /// <summary>The most UTF-8 bytes of a phrase.</summary>
    public const int MaxPhraseBytes = 200;

    /// <summary>The most kinds of a signal, and the most that end a membership.</summary>
    public const int MaxKinds = 64;

    /// <summary>The most steps of a signal.</summary>
    public const int MaxSteps = 32;

    /// <summary>Where the first or last step of a signal begins at most, either way, in thousandths of the measure's unit.</summary>
    public const long MaxStepFromThousandths = 1_000_000_000_000;

    /// <summary>The most facet weights of a signal.</summary>
    public const int MaxFacetWeights = 1000;

    /// <summary>The largest facet weight either way, in thousandths.</summary>
    public const long MaxFacetWeightThousandths = 1_000_000;
}
