using System.Globalization;
using Grpc.Core;
using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Models;
using SocialLeads.Server.Activities;
using SocialLeads.Server.Requests;
using SocialLeads.V1;

namespace SocialLeads.Server.Models;

/// <summary>Carries scoring models through their life.</summary>
internal sealed class ModelGrpcService(
    Tenants tenants, ModelRequest requests, ModelViews views, ModelLists lists, ModelChanges changes, ModelTrials trials)
    : ModelService.ModelServiceBase
{
    public override async Task<GetModelResponse> GetModel(GetModelRequest request, ServerCallContext context)
    {
        var (tenant, isKnown) = await tenants.OfReaderAsync(context);
        if (request.Version < 0) throw RpcErrors.InvalidArgument("version", "A version is 1 or more, or 0 for the default version.");
        var asked = new ModelRef(ModelRequest.IdOf(request.Model), request.Version);
        var models = await requests.OfAsync(tenant, isKnown, asked);
        var version = Resolve(models, asked);
        var wire = await views.ReadAsync(tenant, isKnown, models, version);
        wire.Document = await requests.ReadDocumentAsync(tenant, models, version);
        return new GetModelResponse { Model = wire };
    }

    public override async Task<ListModelsResponse> ListModels(ListModelsRequest request, ServerCallContext context)
    {
        var (tenant, isKnown) = await tenants.OfReaderAsync(context);
        return await lists.ReadAsync(request, tenant, isKnown);
    }

    public override Task<ValidateModelResponse> ValidateModel(ValidateModelRequest request, ServerCallContext context)
    {
        ModelFields.CheckLength(request.Document);
        var result = ModelDocument.Parse(request.Document);
        var response = new ValidateModelResponse { Model = result.Model is { } model ? ModelMapper.ToWire(model) : null };
        response.Violations.AddRange(result.Violations.Take(ModelFields.MaxViolations).Select(RecordingMapper.ToWire));
        if (result.Violations.Count > ModelFields.MaxViolations)
        {
            response.Violations.Add(new FieldViolation
            {
                Description = string.Create(
                    CultureInfo.InvariantCulture, $"{result.Violations.Count - ModelFields.MaxViolations} more violations are not listed"),
            });
        }

        return Task.FromResult(response);
    }

    public override async Task<CreateModelVersionResponse> CreateModelVersion(CreateModelVersionRequest request, ServerCallContext context)
    {
        var tenant = Tenants.OfRecorder(context);
        ModelFields.CheckAuthor(request.Author);
        ModelFields.CheckReason(request.Reason);
        var model = ModelFields.Parse(request.Document);
        await tenants.AdmitAsync(tenant);
        return new CreateModelVersionResponse
        {
            Model = await changes.AddAsync(tenant, new ModelDraft(model.Id, request.Document, request.Author, request.Reason)),
        };
    }

    public override async Task TryModel(TryModelRequest request, IServerStreamWriter<TryModelResponse> responseStream, ServerCallContext context)
    {
        var (tenant, isKnown) = await tenants.OfReaderAsync(context);
        await trials.RunAsync(request, tenant, isKnown, responseStream, context.CancellationToken);
    }

    public override async Task<PublishModelResponse> PublishModel(PublishModelRequest request, ServerCallContext context)
    {
        var (tenant, version) = await OfChangeAsync(context, request.Model, request.Version);
        return new PublishModelResponse { Model = await changes.PublishAsync(tenant, version) };
    }

    public override async Task<RetireModelResponse> RetireModel(RetireModelRequest request, ServerCallContext context)
    {
        var (tenant, version) = await OfChangeAsync(context, request.Model, request.Version);
        return new RetireModelResponse { Model = await changes.RetireAsync(tenant, version) };
    }

    /// <summary>A tenant that is not known has no models to change, and is not made known by asking.</summary>
    private async ValueTask<(string Tenant, ModelRef Version)> OfChangeAsync(ServerCallContext context, string model, int version)
    {
        var (tenant, isKnown) = await tenants.OfReaderAsync(context);
        ModelFields.CheckNamed(model, version);
        var named = new ModelRef(model, version);
        return isKnown ? (tenant, named) : throw ModelRequest.NotFound(named);
    }

    private static ModelRef Resolve(ModelSnapshot models, ModelRef asked)
    {
        var version = asked.Version > 0 ? asked.Version : models.DefaultVersion(asked.Model);
        if (version == 0) version = models.Stored.Where(one => one.Model == asked.Model).Select(one => one.Version).DefaultIfEmpty().Max();
        var found = asked with { Version = version };
        return models.Has(found) ? found : throw ModelRequest.NotFound(asked);
    }
}
