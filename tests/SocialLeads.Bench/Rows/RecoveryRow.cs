using System.Globalization;
using System.Text.RegularExpressions;
using Grpc.Net.Client;
using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Processes;
using SocialLeads.Bench.Results;
using SocialLeads.V1;

namespace SocialLeads.Bench.Rows;

/// <summary>
/// From the start of a process after SIGKILL until the ranked list is answered, which needs all partitions, by the length of the
/// log's tail behind the last checkpoint.
/// </summary>
internal sealed partial class RecoveryRow : IRow
{
    public string Name => "recovery";

    public string Title => "Recovery after SIGKILL";

    public async Task<IReadOnlyList<Result>> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        var (plan, data) = (lab.PlanOf(lab.Scale.Members), lab.NewFolder());
        await using var load = new LoadProcess();
        lab.Say($"{Name}: every member acts once, and all is saved");
        await using (var first = await ServerProcess.StartAsync(data, "", cancellationToken))
        {
            await load.RunAsync(new LoadOrder(LoadKind.Stream, first.Address, plan, 0, plan.Members) { InTurn = true }, cancellationToken);
            await first.StopAsync(cancellationToken);
        }

        var results = new List<Result>();
        var (sent, made) = (plan.Members, 0);
        foreach (var tail in lab.Scale.Tails)
        {
            await using (var server = await ServerProcess.StartAsync(data, "", cancellationToken, Saving.AtTheEnd))
            {
                await load.RunAsync(new LoadOrder(LoadKind.Stream, server.Address, plan, sent, tail - made), cancellationToken);
                await server.KillAsync();
            }

            (sent, made) = (sent + tail - made, tail);
            results.Add(await MeasureAsync(lab, data, tail, cancellationToken));
        }

        return results;
    }

    private async Task<Result> MeasureAsync(Lab lab, string data, int tail, CancellationToken cancellationToken)
    {
        var seconds = new List<double>();
        var replayed = 0L;
        for (var run = 0; run < lab.Scale.Runs; run++)
        {
            lab.Say(string.Create(CultureInfo.InvariantCulture, $"{Name}: a tail of {tail:N0}, run {run + 1} of {lab.Scale.Runs}"));
            var start = lab.Clock.GetTimestamp();
            await using var server = await ServerProcess.StartAsync(data, "", cancellationToken, Saving.AtTheEnd, "Information");
            using var channel = GrpcChannel.ForAddress(server.Address);
            await new LeadService.LeadServiceClient(channel).ListLeadsAsync(new ListLeadsRequest(), cancellationToken: cancellationToken);
            seconds.Add(lab.Clock.GetElapsedTime(start).TotalSeconds);
            await server.KillAsync();
            replayed = server.Log().Select(line => ReplayedPattern().Match(line)).Where(match => match.Success)
                .Sum(match => long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"Recovery after SIGKILL, {lab.Scale.Members:N0} members, a tail of {tail:N0} activities");
        return new Result(Name, name, "s", Sample.Of(seconds))
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{replayed:N0} activities were replayed; the start of the process is in it."),
        };
    }

    [GeneratedRegex(@"(\d+) activities replayed")]
    private static partial Regex ReplayedPattern();
}
