using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Models;

/// <summary>Signals that say much the same and are bounded together.</summary>
/// <param name="Id">The id, <c>[a-z][a-z0-9_]*</c>, at most 64 bytes; signals name it.</param>
/// <param name="Title">A title for people.</param>
/// <param name="Cap">The most that its signals add together, and the most that they take; above 0.</param>
public sealed record SignalGroup(string Id, string Title, Points Cap);
