using System.Collections.Immutable;
using SocialLeads.Grains.Boards;

namespace SocialLeads.Grains.Companies;

/// <summary>Asks who of a partition was best at a company, day by day.</summary>
/// <param name="Board">The model, and the last day.</param>
/// <param name="FromDay">The first day, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Domain">The company's e-mail domain.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.CompanyDaysQuestion")]
public sealed record CompanyDaysQuestion(
    [property: Id(0)] BoardId Board, [property: Id(1)] int FromDay, [property: Id(2)] string Domain);

/// <summary>The best of some neighbouring members of a partition, day by day.</summary>
/// <param name="Era">Changes when the partition starts again and its members may get other indices.</param>
/// <param name="Next">The index to go on with; -1 when there are no more members.</param>
/// <param name="Scored">How many scores were made: one for each day of each member who ever had the domain.</param>
/// <param name="Best">For each day the best by own points, one more than the company's points are the mean of; empty if nobody is found.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.CompanyDays")]
public sealed record CompanyDays(
    [property: Id(0)] Guid Era,
    [property: Id(1)] int Next,
    [property: Id(2)] int Scored,
    [property: Id(3)] ImmutableArray<ImmutableArray<RankedKey>> Best);
