using System.Collections.Immutable;
using SocialLeads.Grains.Boards;

namespace SocialLeads.Grains.Companies;

/// <summary>How far somebody knows a partition's companies.</summary>
/// <param name="Era">Changes when the partition ranks its members anew; empty when nothing is known.</param>
/// <param name="Stamp">Everything up to this change of that era.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.CompaniesKnown")]
public readonly record struct CompaniesKnown([property: Id(0)] Guid Era, [property: Id(1)] long Stamp);

/// <summary>What changed of a partition's companies since somebody asked last, or the first of it.</summary>
/// <param name="Known">How far this goes. Of another era than was asked from, it is all there is, from the beginning.</param>
/// <param name="Newest">The newest change there is: ask again from <paramref name="Known"/> until that is reached.</param>
/// <param name="Parts">The companies that changed, each as it is now; without members if they are gone.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.CompanyChanges")]
public sealed record CompanyChanges(
    [property: Id(0)] CompaniesKnown Known, [property: Id(1)] long Newest, [property: Id(2)] ImmutableArray<CompanyPart> Parts);

/// <summary>What one partition has of a company.</summary>
/// <param name="Domain">The e-mail domain, lower-case.</param>
/// <param name="Members">How many of its members are in the partition.</param>
/// <param name="Best">The best of them by own points, best first: one more than the company's points are the mean of.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.CompanyPart")]
public sealed record CompanyPart(
    [property: Id(0)] string Domain, [property: Id(1)] int Members, [property: Id(2)] ImmutableArray<RankedKey> Best);
