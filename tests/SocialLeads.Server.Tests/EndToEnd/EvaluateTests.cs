using System.Text.Json;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>The command line and the server as two processes.</summary>
public sealed class EvaluateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>
    /// Member m29 posted most and is won, m28 follows and is won, m27 follows and is not, m00 posted least and is won: of 81 pairs
    /// the first two are right in all, and the last in none.
    /// </summary>
    [Fact]
    public async Task A_model_is_held_against_outcomes_as_of_a_past_day()
    {
        await using var server = await ServerProcess.StartAsync(Path.Combine(_folder, "data"));
        await server.Activities.RecordActivitiesAsync(
            Sample.Batch(Enumerable.Range(0, 30).SelectMany(member => Enumerable.Range(0, member + 1)
                .Select(post => Sample.Post($"{post}", $"m{member:00}", daysBefore: 200)))), cancellationToken: Cancel);
        // What comes after the day changes the order, but not as of the day.
        await server.Activities.RecordActivitiesAsync(
            Sample.Batch(Enumerable.Range(0, 50).Select(post => Sample.Post($"late{post}", "m05", daysBefore: 100))), cancellationToken: Cancel);
        var day = DateOnly.FromDateTime(Sample.At).AddDays(-190);
        var outcomes = Path.Combine(_folder, "outcomes.csv");
        await File.WriteAllTextAsync(
            outcomes,
            "member,day,outcome\n" + string.Concat(((string[])["m29", "m28", "m00"]).Select(member => $"{member},{day.AddDays(20):yyyy-MM-dd},won\n")),
            Cancel);

        var (exitCode, output, error) = await CliProcess.RunAsync(
            "models", "evaluate", "--outcomes", outcomes, "--as-of", $"{day:yyyy-MM-dd}", "--json", "--server", $"http://{server.Channel.Target}");

        Assert.True(exitCode == 0, error);
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal((30, 3), (json.GetProperty("days")[0].GetProperty("members").GetInt32(), json.GetProperty("days")[0].GetProperty("positives").GetInt32()));
        var ranking = json.GetProperty("rankings")[0];
        Assert.StartsWith("corporate-community@", ranking.GetProperty("ranking").GetString(), StringComparison.Ordinal);
        Assert.Equal(54 / 81.0, ranking.GetProperty("auc").GetDouble(), 1e-12);
        Assert.Equal(10, ranking.GetProperty("liftAt5Percent").GetDouble(), 1e-12);
    }
}
