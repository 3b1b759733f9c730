using SocialLeads.Scoring.Evaluation;

namespace SocialLeads.Cli.Evaluate;

/// <summary>Something that ranks members as of a day: a model, or what a model must beat.</summary>
internal interface IRanking
{
    /// <summary>What the report calls it; known for certain once it has ranked a day.</summary>
    string Name { get; }

    /// <summary>Whether it is a model of the server, rather than something to compare models with.</summary>
    bool IsModel { get; }

    /// <summary>Everybody it knows on that day, by member.</summary>
    /// <exception cref="CliException">It cannot rank that day.</exception>
    Task<IReadOnlyDictionary<string, RankedScore>> RankAsync(DateOnly day, CancellationToken cancellationToken);
}
