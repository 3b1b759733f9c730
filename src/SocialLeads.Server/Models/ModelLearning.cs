using Grpc.Core;
using SocialLeads.Grains.Learning;
using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Learned;
using SocialLeads.Scoring.Models;
using SocialLeads.Server.Requests;
using SocialLeads.V1;

namespace SocialLeads.Server.Models;

/// <summary>Learns models from outcomes, one at a time, and tells how far it has come.</summary>
internal sealed class ModelLearning(ModelRequest requests, LearningRunner runner, TimeProvider clock)
{
    /// <summary>From one word of progress to the next.</summary>
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(200);

    private int _running;

    /// <exception cref="RpcException">INVALID_ARGUMENT, NOT_FOUND, FAILED_PRECONDITION or RESOURCE_EXHAUSTED.</exception>
    public async Task RunAsync(
        LearnModelRequest request, string tenant, bool isKnown, IServerStreamWriter<LearnModelResponse> answers, CancellationToken cancellationToken)
    {
        ModelFields.CheckId(request.Model);
        ModelFields.CheckTitle(request.Title);
        var (from, model) = await ReadAsync(request, tenant, isKnown);
        var title = request.Title.Length > 0 ? request.Title : LearnMapper.TitleOf(model);
        if (!isKnown) throw Refused(new OutcomeLearner(model).Learn([], request.Model, title, cancellationToken: cancellationToken), 0);
        if (Interlocked.Exchange(ref _running, 1) != 0) throw RpcErrors.LearningRunning();
        try
        {
            var (told, stage) = (0L, (LearningStage?)null);
            var learned = await runner.RunAsync(tenant, model, request.Model, title, TellAsync, cancellationToken);
            if (learned.Learned.Refusal is not null) throw Refused(learned.Learned, learned.LeftOut);
            await answers.WriteAsync(new LearnModelResponse { Report = LearnMapper.ToWire(request.Model, from, learned) }, cancellationToken);

            async Task TellAsync(LearningProgress progress)
            {
                if (progress.Stage == stage && clock.GetElapsedTime(told) < _between) return;
                (told, stage) = (clock.GetTimestamp(), progress.Stage);
                await answers.WriteAsync(new LearnModelResponse { Progress = LearnMapper.ToWire(progress) }, cancellationToken);
            }
        }
        catch (TooManyOutcomesException tooMany)
        {
            throw RpcErrors.QuotaExceeded("outcomes", tooMany.Message);
        }
        finally
        {
            Interlocked.Exchange(ref _running, 0);
        }
    }

    private async Task<(ModelRef Version, ScoringModel Model)> ReadAsync(LearnModelRequest request, string tenant, bool isKnown)
    {
        if (request.FromVersion < 0) throw RpcErrors.InvalidArgument("from_version", "A version is 1 or more, or 0 for the default version.");
        var asked = new ModelRef(ModelRequest.IdOf(request.FromModel), request.FromVersion);
        var models = await requests.OfAsync(tenant, isKnown, asked);
        var version = asked.Version > 0 ? asked : asked with { Version = models.DefaultVersion(asked.Model) };
        var model = await requests.LoadAsync(tenant, models, version) ?? throw ModelRequest.NotFound(asked);
        ModelRequest.CheckCounted(models, version, model);
        return (version, model);
    }

    private static RpcException Refused(OutcomeLearning learned, int leftOut)
    {
        var more = leftOut == 0 ? "" : FormattableString.Invariant(
            $" {leftOut:N0} more members have outcomes and had done nothing before.");
        return RpcErrors.FailedPrecondition(
            Math.Min(learned.Positives, learned.Negatives) < OutcomeLearner.LeastOfEach ? "TOO_FEW_OUTCOMES" : "NOTHING_LEARNED",
            "outcomes",
            learned.Refusal + more);
    }
}
