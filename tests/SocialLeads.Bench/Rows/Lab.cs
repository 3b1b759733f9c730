using SocialLeads.Bench.Results;
using SocialLeads.Bench.Traffic;

namespace SocialLeads.Bench.Rows;

/// <summary>What every row works with. Its folder is deleted with all it holds when it is disposed.</summary>
internal sealed class Lab(Scale scale, TimeProvider clock, TextWriter progress) : IDisposable
{
    public const ulong Seed = 20_26;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("socialleads-bench-");
    private readonly long _start = clock.GetTimestamp();

    public Scale Scale => scale;

    public TimeProvider Clock => clock;

    /// <summary>When the benchmark began, milliseconds since 1970-01-01 UTC.</summary>
    public long NowMs { get; } = clock.GetUtcNow().ToUnixTimeMilliseconds();

    public TimeSpan Elapsed => clock.GetElapsedTime(_start);

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_folder.FullName, Path.GetRandomFileName())).FullName;

    public TrafficPlan PlanOf(int members) => new(members, NowMs, Seed);

    /// <summary>Tells the user what is being done.</summary>
    public void Say(string what) => progress.WriteLine($"{Elapsed:mm\\:ss}  {what}");

    /// <summary>
    /// Runs two contestants in turn, so that what disturbs the machine disturbs both. Run 0 warms up and does not count.
    /// </summary>
    public async Task<(Sample Figure, Sample Rival)> InTurnAsync(string row, Func<int, Task<double>> figure, Func<int, Task<double>> rival)
    {
        var figures = new List<double>();
        var rivals = new List<double>();
        for (var run = 0; run <= scale.Runs; run++)
        {
            Say(run == 0 ? $"{row}: warm-up" : $"{row}: run {run} of {scale.Runs}");
            var (one, other) = (await figure(run), await rival(run));
            if (run == 0) continue;
            figures.Add(one);
            rivals.Add(other);
        }

        return (Sample.Of(figures), Sample.Of(rivals));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
