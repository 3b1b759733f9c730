using Google.Protobuf;
using SocialLeads.Grains.Log;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Listening;

/// <summary>Writes and reads what a checkpoint says of filters.</summary>
internal static class FilterCountsCodec
{
    public static SavedFilterCounts Encode(IEnumerable<CountedFilter> filters)
    {
        var saved = new SavedCounts();
        foreach (var one in filters)
        {
            var count = new SavedCount { Facet = one.Facet };
            count.Gaps.AddRange(one.Gaps.Select(static gap => new SavedRange { After = gap.After, Through = gap.Through }));
            if (one.StoppedAt is { } position) count.StoppedAt = position;
            if (one.FromDay is { } day) count.FromDay = day;
            saved.Filters.Add(count);
        }

        return new SavedFilterCounts(saved.ToByteArray());
    }

    /// <exception cref="InvalidProtocolBufferException">It is none.</exception>
    public static IEnumerable<CountedFilter> Decode(SavedFilterCounts saved) =>
        SavedCounts.Parser.ParseFrom(saved.Counts.Span).Filters.Select(static one => CountedFilter.Restored(
            one.Facet,
            one.Gaps.Select(static gap => new LogRange(gap.After, gap.Through)),
            one.HasStoppedAt ? one.StoppedAt : null,
            one.HasFromDay ? one.FromDay : null));
}
