using System.Text.RegularExpressions;
using Grpc.Net.Client;
using SocialLeads.V1;

namespace SocialLeads.Bench.Rows;

/// <summary>Publishes a model at a server again and again, as a user would: over gRPC.</summary>
internal sealed partial class Publisher(string target, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan _betweenLooks = TimeSpan.FromMilliseconds(5);

    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(target);
    private Model? _live;

    /// <summary>Stores a version that counts as the default model does, and takes back the one before.</summary>
    public async Task<Model> DraftAsync(CancellationToken cancellationToken)
    {
        var models = new ModelService.ModelServiceClient(_channel);
        if (_live is { } live)
            await models.RetireModelAsync(new RetireModelRequest { Model = live.Model_, Version = live.Version }, cancellationToken: cancellationToken);
        var pack = (await models.GetModelAsync(new GetModelRequest(), cancellationToken: cancellationToken)).Model;
        var request = new CreateModelVersionRequest
        {
            Document = NamePattern().Replace(pack.Document, "model: benchmark", 1),
            Author = "benchmark",
            Reason = "How long does it take?",
        };
        return (await models.CreateModelVersionAsync(request, cancellationToken: cancellationToken)).Model;
    }

    /// <summary>Seconds from the request until readers get lists that rank everybody by the version.</summary>
    public async Task<double> PublishAsync(Model draft, CancellationToken cancellationToken)
    {
        var models = new ModelService.ModelServiceClient(_channel);
        var start = clock.GetTimestamp();
        var request = new PublishModelRequest { Model = draft.Model_, Version = draft.Version };
        _live = (await models.PublishModelAsync(request, cancellationToken: cancellationToken)).Model;
        while (_live.ReadyTime is null)
        {
            await Task.Delay(_betweenLooks, cancellationToken);
            var look = new GetModelRequest { Model = draft.Model_, Version = draft.Version };
            _live = (await models.GetModelAsync(look, cancellationToken: cancellationToken)).Model;
        }

        return clock.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => _channel.Dispose();

    [GeneratedRegex("(?m)^model: .*$")]
    private static partial Regex NamePattern();
}
