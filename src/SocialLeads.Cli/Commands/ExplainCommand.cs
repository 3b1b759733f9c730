using System.CommandLine;
using Grpc.Core;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>explain</c>: one member's score, line by line.</summary>
internal static class ExplainCommand
{
    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var member = new Argument<string>("MEMBER") { Description = "The member, by the community's own id." };
        var model = ModelOption.Create();
        var asOf = DayOption.Create();
        var command = new Command("explain",
            """
            Shows a member's score with a bar for each contribution, which add up to the points exactly, the points of the last
            90 days as a line, and the tags and hashtags of the last 30 days.

            Days are kept for 400 days back from a member's newest activity. Where signals look further back, as of a past day, the points are
            said to be approximate.

            With --json: the lead as in 'top --json', with model, modelVersion, asOf and topics (tag, count, latestDay).
            """)
        { member, model, asOf };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var request = new GetScoreRequest
            {
                Member = parsed.GetValue(member),
                Model = parsed.GetValue(model).Id,
                ModelVersion = parsed.GetValue(model).Version,
                AsOf = parsed.GetValue(asOf) ?? "",
            };
            var score = await server.Leads.GetScoreAsync(request, server.Headers, cancellationToken: cancellationToken);
            var busyWith = new GetTopicsRequest { Member = request.Member, AsOf = request.AsOf };
            var topics = await server.Leads.GetTopicsAsync(busyWith, server.Headers, cancellationToken: cancellationToken);
            if (globals.Json(parsed))
            {
                host.Output.WriteLine(LeadJson.Score(score, topics.Topics));
                return ExitCode.Done;
            }

            var past = new GetScoreHistoryRequest { Member = request.Member, Model = request.Model, ModelVersion = request.ModelVersion, AsOf = request.AsOf };
            ScoreSheet.Write(Consoles.ForOutput(host), score);
            try
            {
                HistoryLine.Write(
                    Consoles.ForOutput(host), await server.Leads.GetScoreHistoryAsync(past, server.Headers, cancellationToken: cancellationToken));
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.ResourceExhausted)
            {
                // The line is more than the server computes at a time; the score is explained all the same.
                host.Error.WriteLine(Printable.Of($"socialleads: no line of the last days: {refused.Describe()}"));
            }

            TopicLines.Write(Consoles.ForOutput(host), topics);
            return ExitCode.Done;
        });
        return command;
    }
}
