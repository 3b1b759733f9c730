using System.Globalization;
using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Results;
using SocialLeads.Bench.Traffic;

namespace SocialLeads.Bench.Rows;

/// <summary>What goes on at the server while a model is published.</summary>
internal abstract class PublishTraffic
{
    public abstract string Name { get; }

    /// <summary>Whether the target is promised beside it.</summary>
    public virtual bool IsPromised => false;

    /// <summary>How the traffic fared, for a note.</summary>
    public virtual string Seen => "";

    /// <summary>Does something while the traffic goes on, from before it begins until after it has ended.</summary>
    /// <exception cref="InvalidDataException">The traffic ended first.</exception>
    public abstract Task<double> AroundAsync(Func<Task<double>> work, CancellationToken cancellationToken);
}

/// <summary>Nothing else.</summary>
internal sealed class QuietTraffic : PublishTraffic
{
    public override string Name => "beside nothing";

    public override Task<double> AroundAsync(Func<Task<double>> work, CancellationToken cancellationToken) => work();
}

/// <summary>Activities stream in, and lists are read.</summary>
/// <param name="server">Is fed.</param>
/// <param name="reader">Reads from it.</param>
/// <param name="plan">The community.</param>
/// <param name="perSecond">Activities a second; 0 for as many as go.</param>
internal sealed class BusyTraffic(Contestant server, Contestant reader, TrafficPlan plan, int perSecond) : PublishTraffic
{
    private const int ListsPerSecond = 100;
    private const int Seconds = 6;

    /// <summary>More than are taken in <see cref="Seconds"/>.</summary>
    private const int ManyActivities = 1_200_000;

    private static readonly TimeSpan _before = TimeSpan.FromSeconds(1);

    private readonly List<LoadResult> _fed = [];
    private readonly List<LoadResult> _read = [];

    public override string Name => string.Create(
        CultureInfo.InvariantCulture,
        $"while {(perSecond == 0 ? "as many activities as go" : $"{perSecond:N0} activities a second")} stream in and {ListsPerSecond} lists a second are read");

    public override bool IsPromised => perSecond > 0;

    public override string Seen => string.Create(
        CultureInfo.InvariantCulture,
        $"In the median of the runs {Middle(_fed, fed => fed.Rate):N0} activities a second were taken, and a list took {Middle(_read, read => read.MedianMs):0.0} ms in the median and {Middle(_read, read => read.P99Ms):0.0} ms at the 99th percentile.");

    public override async Task<double> AroundAsync(Func<Task<double>> work, CancellationToken cancellationToken)
    {
        var feeding = await server.BeginFeedingAsync(plan, perSecond == 0 ? ManyActivities : perSecond * Seconds, perSecond, cancellationToken);
        var reading = await reader.BeginCallingAsync(LoadKind.List, plan, ListsPerSecond * Seconds, ListsPerSecond, cancellationToken);
        await Task.Delay(_before, cancellationToken);
        var result = await work();
        if (feeding.Ended.IsCompleted || reading.Ended.IsCompleted) throw new InvalidDataException("What was to go on meanwhile ended first.");
        _fed.Add(await feeding.Ended);
        _read.Add(await reading.Ended);
        return result;
    }

    private static double Middle(List<LoadResult> results, Func<LoadResult, double> figure) => Sample.Of(results.Select(figure)).Median;
}
