namespace SocialLeads.Storage.Models;

/// <summary>Where a version of a model is in its life. The numbers are stored.</summary>
public enum ModelState
{
    /// <summary>Written down, and scoring nobody.</summary>
    Draft = 1,

    /// <summary>Scoring everybody.</summary>
    Published = 2,

    /// <summary>No longer kept up to date.</summary>
    Retired = 3,
}

/// <summary>What is recorded of a version with its time, whatever its state.</summary>
public enum ModelFact
{
    /// <summary>The document was checked and found valid.</summary>
    Validated,

    /// <summary>It was replayed over history.</summary>
    Tried,

    /// <summary>It was published, and everybody has been scored by it.</summary>
    Ready,
}
