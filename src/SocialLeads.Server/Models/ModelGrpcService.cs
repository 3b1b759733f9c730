using System.Globalization;
using System.Text;
using Grpc.Core;
using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Models;
using SocialLeads.Server.Activities;
using SocialLeads.Server.Requests;
using SocialLeads.V1;

namespace SocialLeads.Server.Models;

/// <summary>Shows and checks scoring models.</summary>
internal sealed class ModelGrpcService(ModelCatalog models, BoardRequest boards) : ModelService.ModelServiceBase
{
    private const int DefaultPageSize = 50;
    private const int LargestPageSize = 1_000;
    private const int MaxDocumentBytes = 1024 * 1024;
    private const int MaxViolations = 1_000;

    public override Task<GetModelResponse> GetModel(GetModelRequest request, ServerCallContext context)
    {
        var model = boards.Find(request.Model);
        var wire = ModelMapper.ToWire(model);
        wire.Document = model.Document;
        return Task.FromResult(new GetModelResponse { Model = wire });
    }

    /// <summary>Models are few and named: a page token is the id of the last one that was sent.</summary>
    public override Task<ListModelsResponse> ListModels(ListModelsRequest request, ServerCallContext context)
    {
        if (request.PageSize < 0) throw RpcErrors.InvalidArgument("page_size", "A page size is 0 (for 50) or more.");
        if (request.PageToken.Length > 0 && models.Find(request.PageToken) is null)
            throw RpcErrors.InvalidArgument("page_token", "This is not a token that ListModels gave.");
        var size = request.PageSize == 0 ? DefaultPageSize : Math.Min(request.PageSize, LargestPageSize);
        var rest = models.All.Where(model => string.CompareOrdinal(model.Id, request.PageToken) > 0).ToList();
        var response = new ListModelsResponse();
        response.Models.AddRange(rest.Take(size).Select(ModelMapper.ToWire));
        if (rest.Count > size) response.NextPageToken = rest[size - 1].Id;
        return Task.FromResult(response);
    }

    public override Task<ValidateModelResponse> ValidateModel(ValidateModelRequest request, ServerCallContext context)
    {
        var bytes = Encoding.UTF8.GetByteCount(request.Document);
        if (bytes is 0 or > MaxDocumentBytes)
        {
            throw RpcErrors.InvalidArgument("document", string.Create(
                CultureInfo.InvariantCulture, $"A document has 1 to {MaxDocumentBytes} bytes; this one has {bytes}."));
        }

        var result = ModelDocument.Parse(request.Document);
        var response = new ValidateModelResponse { Model = result.Model is { } model ? ModelMapper.ToWire(model) : null };
        response.Violations.AddRange(result.Violations.Take(MaxViolations).Select(RecordingMapper.ToWire));
        if (result.Violations.Count > MaxViolations)
        {
            response.Violations.Add(new FieldViolation
            {
                Description = string.Create(
                    CultureInfo.InvariantCulture, $"{result.Violations.Count - MaxViolations} more violations are not listed"),
            });
        }

        return Task.FromResult(response);
    }
}
