using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;
using SocialLeads.V1;

namespace SocialLeads.Cli.Evaluate;

/// <summary>
/// A model without some of its signals. Points are the exact sum of the contributions, so that taking some off gives exactly what the
/// model without these signals would give, unless a group bounds them together with others: what those lost to the bound stays lost.
/// </summary>
/// <param name="Title">What is left, as a part of the model's name.</param>
/// <param name="Signals">The signals that are taken off.</param>
/// <param name="Curve">Turns points into the score.</param>
internal sealed record Ablation(string Title, IReadOnlySet<string> Signals, ScoreCurve Curve)
{
    /// <summary>Points and score of a lead that is sent with its contributions.</summary>
    public (double Points, double Score) Apply(Lead lead)
    {
        var left = lead.Contributions
            .Where(contribution => !Signals.Contains(contribution.Signal))
            .Sum(contribution => (long)(Figures.Exact(contribution.Points) * 1000));
        var points = Points.FromThousandths(left);
        return (points.ToDouble(), Curve.Score(points));
    }

    /// <summary>The model of a server without the signals that a rule picks; null when it picks none, or all.</summary>
    /// <exception cref="CliException">The model's document is none that this program can read.</exception>
    public static async Task<Ablation?> OfAsync(
        ServerConnection server, string model, string title, Func<Scoring.Models.Signal, bool> picks, CancellationToken cancellationToken)
    {
        var answer = await server.Models.GetModelAsync(
            new GetModelRequest { Model = model }, server.Headers, cancellationToken: cancellationToken);
        var parsed = ModelDocument.Parse(answer.Model.Document).Model
            ?? throw new CliException(ExitCode.Refused, $"the document of model '{answer.Model.Model_}' cannot be read by this version of socialleads");
        var signals = parsed.Signals.Where(picks).Select(signal => signal.Id).ToHashSet(StringComparer.Ordinal);
        return signals.Count == 0 || signals.Count == parsed.Signals.Length ? null : new(title, signals, parsed.Curve);
    }
}
