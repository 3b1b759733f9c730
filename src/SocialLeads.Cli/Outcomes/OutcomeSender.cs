using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialLeads.Cli.Import;
using SocialLeads.Cli.Import.Sending;
using SocialLeads.Cli.Server;
using SocialLeads.V1;

namespace SocialLeads.Cli.Outcomes;

/// <summary>Sends outcomes, a request after the other; one that was not answered is sent again, which their ids make harmless.</summary>
internal sealed class OutcomeSender(ServerConnection server, SendOptions options, TimeProvider time)
{
    private const int OutcomesInRequest = 1_000;

    private readonly Backoff _backoff = new(options);

    /// <summary>The answers so far.</summary>
    public SendTotals Totals { get; } = new();

    /// <summary>Called before each pause after a failure.</summary>
    public Action<RpcException, TimeSpan>? OnRetry { get; init; }

    /// <summary>An outcome as it goes over the wire: what is known of the day alone happened when the day began.</summary>
    public static Outcome ToWire(OutcomeRow row)
    {
        var outcome = new Outcome
        {
            Id = row.Id,
            Member = row.Member,
            Kind = OutcomeWords.KindOf(row.Outcome),
            OccurredAt = Timestamp.FromDateTime(row.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)),
        };
        if (row.Amount is { } amount) outcome.Amount = amount;
        return outcome;
    }

    /// <summary>Sends all and waits until they are durable.</summary>
    /// <exception cref="RpcException">The server refused a request, or stayed away.</exception>
    public async Task SendAsync(IReadOnlyList<OutcomeRow> rows, string source, IRejects rejects, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Chunk(OutcomesInRequest))
        {
            var request = new BatchRecordOutcomesRequest();
            request.Outcomes.AddRange(chunk.Select(ToWire));
            var answer = await SendAsync(request, cancellationToken);
            if (answer.Results.Count != chunk.Length)
                throw new CliException(ExitCode.Refused, $"the server answered for {answer.Results.Count} of {chunk.Length} outcomes");
            for (var i = 0; i < chunk.Length; i++)
            {
                if (answer.Results[i].Disposition != Disposition.Rejected)
                {
                    Totals.CountTime(request.Outcomes[i].OccurredAt);
                    continue;
                }

                // To whoever is told of it an outcome is an activity: it has an id, a member and a line.
                rejects.AddActivity(new ImportedActivity(new Activity { Id = chunk[i].Id, Member = chunk[i].Member }, source, chunk[i].Line), answer.Results[i].Violations);
            }

            Totals.CountAnswer(Count(answer, Disposition.Accepted), Count(answer, Disposition.Duplicate), Count(answer, Disposition.Rejected));
        }
    }

    private static int Count(BatchRecordOutcomesResponse answer, Disposition disposition) =>
        answer.Results.Count(result => result.Disposition == disposition);

    private async Task<BatchRecordOutcomesResponse> SendAsync(BatchRecordOutcomesRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var answer = await server.Leads.BatchRecordOutcomesAsync(request, server.Headers, cancellationToken: cancellationToken);
                _backoff.Reset();
                return answer;
            }
            catch (RpcException failure) when (!cancellationToken.IsCancellationRequested && _backoff.Next(failure) is { } pause)
            {
                OnRetry?.Invoke(failure, pause);
                Totals.CountResent(1);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }
}
