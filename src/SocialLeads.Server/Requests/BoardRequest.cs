using System.Globalization;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Server.Requests;

/// <summary>Reads the fields that every request of the lead service has: which model, as of which day.</summary>
internal sealed class BoardRequest(ModelCatalog models, ServerTime time)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT or NOT_FOUND, naming the field.</exception>
    public (ScoringModel Model, BoardId Board) Read(string model, string asOf)
    {
        var scoring = Find(model);
        return (scoring, new BoardId(scoring.Id, scoring.Version, ReadDay(asOf)));
    }

    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND.</exception>
    public ScoringModel Find(string model)
    {
        var id = model.Length == 0 ? ModelCatalog.DefaultModel : model;
        return models.Find(id) ?? throw RpcErrors.NotFound("model", id, "There is no model of this id; ListModels names those there are.");
    }

    public static string FormatDay(int day) => DateOnly.FromDayNumber(day).ToString(DayFormat, CultureInfo.InvariantCulture);

    private int ReadDay(string asOf)
    {
        var today = time.Today;
        if (asOf.Length == 0) return today;
        if (!DateOnly.TryParseExact(asOf, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw RpcErrors.InvalidArgument("as_of", "A UTC day is written YYYY-MM-DD, such as 2026-03-31.");
        if (day.DayNumber > today + 1)
            throw RpcErrors.InvalidArgument("as_of", $"The day lies ahead of tomorrow; today is {FormatDay(today)} by the server's clock.");
        return day.DayNumber;
    }
}
