using Grpc.Core;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Trials;
using SocialLeads.Server.Requests;
using SocialLeads.V1;

namespace SocialLeads.Server.Models;

/// <summary>Runs trials, one at a time, and tells how far they have come.</summary>
internal sealed class ModelTrials(
    ModelRequest requests, ModelDirectory directory, BoardRequest boards, TrialRunner runner, IGrainFactory grains, ServerTime time, TimeProvider clock)
{
    private const int MostDays = 12;
    private const int MostWithin = 400;

    /// <summary>From one word of progress to the next.</summary>
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(200);

    private int _running;

    /// <exception cref="RpcException">INVALID_ARGUMENT, NOT_FOUND, FAILED_PRECONDITION, RESOURCE_EXHAUSTED or ABORTED.</exception>
    public async Task RunAsync(
        TryModelRequest request, string tenant, bool isKnown, IServerStreamWriter<TryModelResponse> answers, CancellationToken cancellationToken)
    {
        var days = ReadDays(request);
        if (request.WithinDays is < 0 or > MostWithin)
            throw RpcErrors.InvalidArgument("within_days", $"Outcomes count for 1 to {MostWithin} days, or 0 for {TrialPlan.DefaultWithin}.");
        var within = request.WithinDays == 0 ? TrialPlan.DefaultWithin : request.WithinDays;
        var models = await requests.OfAsync(tenant, isKnown, new ModelRef(request.Model, request.Version));
        var draft = await ReadDraftAsync(request, tenant, models);
        var against = FindAgainst(request, models, draft.Version.Model);
        var other = await ReadAsync(tenant, models, against);
        if (!isKnown) throw NoActivity();
        if (Interlocked.Exchange(ref _running, 1) != 0) throw RpcErrors.TrialRunning();
        try
        {
            var told = clock.GetTimestamp();
            var plan = new TrialPlan(draft.Document, other, days, within, time.Today);
            var result = await runner.RunAsync(tenant, plan, TellAsync, cancellationToken);
            if (models.FindStored(draft.Version) is not null)
            {
                await grains.GetGrain<IModelsGrain>(tenant).NoteTried(draft.Version.Model, draft.Version.Version);
                // Another node may have noted it.
                await directory.Of(tenant).RefreshAsync();
            }

            await answers.WriteAsync(new TryModelResponse { Report = ReportOf(draft.Version, against, result) }, cancellationToken);

            async Task TellAsync(Grains.Trials.TrialProgress progress)
            {
                if (progress.Scored < progress.Total && clock.GetElapsedTime(told) < _between) return;
                told = clock.GetTimestamp();
                await answers.WriteAsync(new TryModelResponse { Progress = TrialMapper.ToWire(progress) }, cancellationToken);
            }
        }
        catch (TrialException refused)
        {
            throw ToRpc(refused);
        }
        finally
        {
            Interlocked.Exchange(ref _running, 0);
        }
    }

    private List<int> ReadDays(TryModelRequest request)
    {
        if (request.AsOf.Count > MostDays) throw RpcErrors.InvalidArgument("as_of", $"A trial is of at most {MostDays} days.");
        var days = new List<int>();
        for (var at = 0; at < request.AsOf.Count; at++)
        {
            if (request.AsOf[at].Length == 0) throw RpcErrors.InvalidArgument($"as_of[{at}]", "A UTC day is written YYYY-MM-DD.");
            var day = boards.ReadDay(request.AsOf[at], $"as_of[{at}]");
            if (days.Contains(day)) throw RpcErrors.InvalidArgument($"as_of[{at}]", "The day is named twice.");
            days.Add(day);
        }

        return days;
    }

    private async Task<(ModelRef Version, string Document)> ReadDraftAsync(TryModelRequest request, string tenant, ModelSnapshot models)
    {
        if (request.Document.Length > 0)
        {
            if (request.Model.Length > 0 || request.Version != 0)
                throw RpcErrors.InvalidArgument("document", "Give a document or name a stored version, not both.");
            return (new ModelRef(ModelFields.Parse(request.Document).Id, 0), request.Document);
        }

        ModelFields.CheckNamed(request.Model, request.Version);
        var version = new ModelRef(request.Model, request.Version);
        return (version, await ReadAsync(tenant, models, version));
    }

    private static ModelRef FindAgainst(TryModelRequest request, ModelSnapshot models, string draft)
    {
        if (request.AgainstVersion < 0) throw RpcErrors.InvalidArgument("against_version", "A version is 1 or more, or 0 for the default version.");
        var id = request.AgainstModel.Length > 0 ? request.AgainstModel
            : models.DefaultVersion(draft) > 0 ? draft
            : ModelCatalog.DefaultModel;
        return new ModelRef(id, request.AgainstVersion > 0 ? request.AgainstVersion : models.DefaultVersion(id));
    }

    /// <summary>The document of a version, which has to be there and valid.</summary>
    private async Task<string> ReadAsync(string tenant, ModelSnapshot models, ModelRef version) =>
        (await requests.LoadAsync(tenant, models, version) ?? throw ModelRequest.NotFound(version)).Document;

    private static TrialReport ReportOf(ModelRef draft, ModelRef against, TrialResult result)
    {
        var report = new TrialReport
        {
            Model = draft.Model,
            Version = draft.Version,
            AgainstModel = against.Model,
            AgainstVersion = against.Version,
            Accuracy = AccuracyMapper.ToWire(result.Accuracy),
        };
        report.Days.AddRange(result.Days.Select(TrialMapper.ToWire));
        return report;
    }

    private static RpcException NoActivity() =>
        RpcErrors.FailedPrecondition("NO_ACTIVITY", "members", "There is no history to replay: nobody has done anything yet.");

    private static RpcException ToRpc(TrialException refused) => refused.Failure switch
    {
        TrialFailure.NoActivity => NoActivity(),
        TrialFailure.TooManyMembers => RpcErrors.QuotaExceeded("members", refused.Message),
        _ => new RpcException(new Status(StatusCode.Aborted, $"{refused.Message} Try again.")),
    };
}
