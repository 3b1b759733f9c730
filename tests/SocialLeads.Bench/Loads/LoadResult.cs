namespace SocialLeads.Bench.Loads;

/// <summary>What a load process saw; crosses back as a line of JSON.</summary>
/// <param name="Count">Activities acknowledged, or calls answered.</param>
/// <param name="Seconds">From the first byte sent to the last answer.</param>
/// <param name="MedianMs">Median time from a request to its answer, in milliseconds.</param>
/// <param name="P99Ms">The 99th percentile of it.</param>
/// <param name="AnsweredBytes">Bytes of the answers together; 0 where they are not counted.</param>
internal sealed record LoadResult(long Count, double Seconds, double MedianMs, double P99Ms, long AnsweredBytes)
{
    /// <summary>Activities or calls a second.</summary>
    public double Rate => Count / Seconds;
}
