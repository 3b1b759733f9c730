using System.Threading.Channels;
using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Cli.Import.Sending;

/// <summary>
/// Sends activities over one stream, with a bounded number of requests on the way. When the connection is lost it opens
/// another and sends again what was not acknowledged; activity ids make that harmless, and what the server
/// had taken already comes back as duplicate.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="headers">Sent with each stream.</param>
/// <param name="options">Bounds and patience.</param>
/// <param name="time">Waits between tries.</param>
internal sealed class ActivitySender(
    ActivityService.ActivityServiceClient client, Metadata headers, SendOptions options, TimeProvider time)
{
    /// <summary>The answers so far; complete when sending has ended, in whatever way.</summary>
    public SendTotals Totals { get; } = new();

    /// <summary>Called before each pause after a lost connection.</summary>
    public Action<RpcException, TimeSpan>? OnRetry { get; init; }

    /// <summary>Sends everything and waits until all of it is acknowledged.</summary>
    /// <exception cref="RpcException">The server refused the stream, or stayed away.</exception>
    /// <exception cref="CliException">
    /// The source cannot be read on (all requests that were full by then are acknowledged), or the answers make no sense.
    /// </exception>
    public async Task SendAsync(
        IAsyncEnumerable<ImportedActivity> activities, IRejects rejects, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Reading goes on beside the connections, so that losing one loses nothing that was read.
        var batches = Channel.CreateBounded<Batch>(1);
        var reading = ReadAsync(activities, batches.Writer, stop.Token);
        try
        {
            await SendAllAsync(batches.Reader, rejects, stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading;
    }

    private async Task ReadAsync(
        IAsyncEnumerable<ImportedActivity> activities, ChannelWriter<Batch> batches, CancellationToken cancellationToken)
    {
        try
        {
            // Elsewhere than on the caller's thread: reading a file blocks.
            await Task.Yield();
            await foreach (var batch in activities.InBatches(options.BatchActivities, options.BatchBytes, cancellationToken))
                await batches.WriteAsync(batch, cancellationToken);
        }
        finally
        {
            // Without the error: the requests before it shall be acknowledged first. The caller sees it in this task.
            batches.Complete();
        }
    }

    private async Task SendAllAsync(ChannelReader<Batch> batches, IRejects rejects, CancellationToken cancellationToken)
    {
        using var window = new SendWindow(options.Window);
        var backoff = new Backoff(options);
        while (true)
        {
            try
            {
                var connection = new SendConnection(window, batches, Totals, rejects, backoff.Reset);
                await connection.RunAsync(client, headers, cancellationToken);
                return;
            }
            catch (RpcException failure) when (!cancellationToken.IsCancellationRequested && backoff.Next(failure) is { } pause)
            {
                OnRetry?.Invoke(failure, pause);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }
}
