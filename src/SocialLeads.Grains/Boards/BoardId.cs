using System.Collections.Immutable;

namespace SocialLeads.Grains.Boards;

/// <summary>Names a ranked board: all members under one model as of one day.</summary>
/// <param name="Model">The model's id.</param>
/// <param name="ModelVersion">The model's version.</param>
/// <param name="AsOfDay">The UTC day, as <see cref="DateOnly.DayNumber"/>.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.BoardId")]
public readonly record struct BoardId(
    [property: Id(0)] string Model, [property: Id(1)] int ModelVersion, [property: Id(2)] int AsOfDay);

/// <summary>A board as a partition builds it.</summary>
/// <param name="Id">What is ranked.</param>
/// <param name="ByCompany">Whether it keeps members by company, too: for a model with measure <c>colleagues</c>, or when companies are asked for.</param>
internal readonly record struct BoardKey(BoardId Id, bool ByCompany);

/// <summary>Members in rank order.</summary>
/// <param name="Keys">Best first.</param>
/// <param name="Total">How many members the whole board ranks.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.RankedSlice")]
public sealed record RankedSlice([property: Id(0)] ImmutableArray<RankedKey> Keys, [property: Id(1)] int Total);

/// <summary>How many members rank before each of some keys.</summary>
/// <param name="Before">One count for each key asked about.</param>
/// <param name="Total">How many members the whole board ranks.</param>
[GenerateSerializer, Immutable, Alias("SocialLeads.RankCounts")]
public sealed record RankCounts([property: Id(0)] ImmutableArray<int> Before, [property: Id(1)] int Total);
