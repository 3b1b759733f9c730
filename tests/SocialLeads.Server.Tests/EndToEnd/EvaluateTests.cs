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

    /// <summary>From the wire to the figure, by two ways that have in common what a figure is, and nothing of how members are gathered.</summary>
    [Fact]
    public async Task A_trial_shows_the_accuracy_that_an_evaluation_by_recorded_outcomes_gives()
    {
        await using var server = await ServerProcess.StartAsync(Path.Combine(_folder, "data"));
        var address = $"http://{server.Channel.Target}";
        await server.Activities.RecordActivitiesAsync(
            Sample.Batch(Enumerable.Range(0, 60).SelectMany(member => Enumerable.Range(0, 1 + member * 7 % 23)
                .Select(post => Sample.Post($"{post}", $"m{member:00}", daysBefore: 100 + member % 50)))), cancellationToken: Cancel);
        var (first, second) = (DateOnly.FromDateTime(Sample.At).AddDays(-120), DateOnly.FromDateTime(Sample.At).AddDays(-100));
        var outcomes = Path.Combine(_folder, "outcomes.csv");
        string[] kinds = ["won", "lost", "qualified", "rejected", "won"];
        await File.WriteAllTextAsync(
            outcomes,
            "member,day,outcome,amount\n" + string.Concat(Enumerable.Range(0, 45).Select(i =>
                $"m{i * 13 % 60:00},{first.AddDays(i * 5 % 100 - 20):yyyy-MM-dd},{kinds[i % 5]},{i}\n")),
            Cancel);
        var draft = Path.Combine(_folder, "posts.yaml");
        await File.WriteAllTextAsync(
            draft,
            """
            model: posts
            version: 1
            title: Posts
            curve: { half: 5 }
            signals:
              - { signal: posts, title: Posts, why: Writes., kinds: [post], measure: count, window_days: 400, weight: 1, cap: 1000 }
            """,
            Cancel);
        string[] days = ["--as-of", $"{first:yyyy-MM-dd}", "--as-of", $"{second:yyyy-MM-dd}", "--within", "30", "--json", "--server", address];

        var none = JsonDocument.Parse(await OutputAsync(["models", "try", draft, .. days])).RootElement;
        Assert.Equal(JsonValueKind.Null, none.GetProperty("accuracy").ValueKind);
        Assert.Contains("no such outcome is recorded", none.GetProperty("noAccuracy")[0].GetString(), StringComparison.Ordinal);
        await OutputAsync("outcomes", "import", outcomes, "--server", address);
        var file = await OutputAsync(["models", "evaluate", "--outcomes", outcomes, .. days]);
        Assert.Equal(file, await OutputAsync(["models", "evaluate", .. days]));

        var evaluated = JsonDocument.Parse(file).RootElement;
        var tried = JsonDocument.Parse(await OutputAsync(["models", "try", draft, .. days])).RootElement.GetProperty("accuracy");
        Assert.True(JsonElement.DeepEquals(evaluated.GetProperty("days"), tried.GetProperty("days")));
        Assert.Equal(
            ["posts (document)", evaluated.GetProperty("rankings")[0].GetProperty("ranking").GetString()],
            tried.GetProperty("rankings").EnumerateArray().Select(ranking => ranking.GetProperty("ranking").GetString()));
        var (expected, against) = (evaluated.GetProperty("rankings")[0], tried.GetProperty("rankings")[1]);
        var figures = expected.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.Number && one.Name is not ("brier" or "logLoss" or "ece")).ToList();
        Assert.Equal(13, figures.Count);
        Assert.All(figures, one => Assert.Equal(one.Value.GetDouble(), against.GetProperty(one.Name).GetDouble(), 1e-12));
        // Calibration falls into other folds, since the members have other numbers.
        Assert.Equal(expected.GetProperty("brier").GetDouble(), against.GetProperty("brier").GetDouble(), 0.05);
        Assert.NotEqual(expected.GetProperty("auc").GetDouble(), tried.GetProperty("rankings")[0].GetProperty("auc").GetDouble());
    }

    private static async Task<string> OutputAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await CliProcess.RunAsync(arguments);
        Assert.True(exitCode == 0, error);
        return output;
    }
}
