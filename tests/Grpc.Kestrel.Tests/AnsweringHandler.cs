using System.Net;

namespace Grpc.Kestrel.Tests;

/// <summary>
/// A server that answers with a status as soon as it has the first message, while the client is still flushing it.
/// </summary>
internal sealed class AnsweringHandler(string status) : HttpMessageHandler
{
    private readonly Body _body = new();

    /// <summary>The sending of the request, which ends when the client has nothing more to write.</summary>
    public Task Sending { get; private set; } = Task.CompletedTask;

    /// <summary>Lets the flush of the first message complete.</summary>
    public void Flush() => _body.Flushed.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sending = request.Content!.CopyToAsync(_body, cancellationToken);
        await await Task.WhenAny(_body.Flushing.Task, Sending);
        var response = new HttpResponseMessage
        {
            Version = HttpVersion.Version20,
            RequestMessage = request,
            Content = new ByteArrayContent([]),
        };
        response.Headers.Add("grpc-status", status);
        return response;
    }

    private sealed class Body : MemoryStream
    {
        public TaskCompletionSource Flushing { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Flushed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            // The headers are flushed before there is a message.
            if (Length == 0)
                return Task.CompletedTask;

            Flushing.TrySetResult();
            return Flushed.Task.WaitAsync(cancellationToken);
        }
    }
}
