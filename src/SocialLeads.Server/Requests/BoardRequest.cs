using System.Globalization;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Models;
using SocialLeads.Storage.Models;

namespace SocialLeads.Server.Requests;

/// <summary>Reads the fields that every request of the lead service has: which model, as of which day.</summary>
internal sealed class BoardRequest(ModelRequest requests, ServerTime time)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <param name="tenant">Whose members.</param>
    /// <param name="isKnown">Whether anything was ever stored for the tenant.</param>
    /// <param name="asked">The model's id, empty for the one that is meant when none is named; its version, 0 for the default.</param>
    /// <param name="asOf">The day as the wire has it.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, NOT_FOUND or FAILED_PRECONDITION, naming the field.</exception>
    public async ValueTask<(ScoringModel Model, BoardId Board)> ReadAsync(string tenant, bool isKnown, ModelRef asked, string asOf)
    {
        if (asked.Version < 0) throw RpcErrors.InvalidArgument("model_version", "A version is 1 or more, or 0 for the default version.");
        asked = asked with { Model = ModelRequest.IdOf(asked.Model) };
        var models = await requests.OfAsync(tenant, isKnown, asked);
        var version = Resolve(models, asked);
        var model = await requests.LoadAsync(tenant, models, version) ?? throw ModelRequest.NotFound(version);
        ModelRequest.CheckCounted(models, version, model);
        return (model, new BoardId(version.Model, version.Version, ReadDay(asOf)));
    }

    /// <summary>The version that a list was begun with; null if it cannot have been.</summary>
    public async ValueTask<ScoringModel?> FindBegunAsync(string tenant, bool isKnown, ModelRef version)
    {
        var models = await requests.OfAsync(tenant, isKnown, version);
        return models.FindStored(version) is { State: ModelState.Draft } ? null : await requests.LoadAsync(tenant, models, version);
    }

    public static string FormatDay(int day) => DateOnly.FromDayNumber(day).ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, naming the field.</exception>
    public int ReadDay(string asOf, string field = "as_of")
    {
        var today = time.Today;
        if (asOf.Length == 0) return today;
        var day = ParseDay(asOf, field);
        if (day > today + 1)
            throw RpcErrors.InvalidArgument(field, $"The day lies ahead of tomorrow; today is {FormatDay(today)} by the server's clock.");
        return day;
    }

    /// <summary>A day that may lie anywhere, as <see cref="DateOnly.DayNumber"/>.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, naming the field.</exception>
    public static int ParseDay(string text, string field) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.DayNumber
            : throw RpcErrors.InvalidArgument(field, "A UTC day is written YYYY-MM-DD, such as 2026-03-31.");

    private static ModelRef Resolve(ModelSnapshot models, ModelRef asked)
    {
        if (asked.Version == 0)
        {
            if (models.DefaultVersion(asked.Model) is var version and > 0) return asked with { Version = version };
            throw models.Knows(asked.Model)
                ? RpcErrors.FailedPrecondition(
                    "MODEL_NOT_READY", asked.Model, "No version of this model is published and has scored everybody; name a version.")
                : ModelRequest.NotFound(asked);
        }

        if (models.IsPack(asked)) return asked;
        return models.FindStored(asked) switch
        {
            null => throw ModelRequest.NotFound(asked),
            { State: ModelState.Draft } => throw RpcErrors.FailedPrecondition(
                "MODEL_IS_DRAFT", asked.ToString(), "This version is a draft, which ranks nobody; try it, or publish it."),
            _ => asked,
        };
    }
}
