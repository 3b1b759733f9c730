using Google.Protobuf.WellKnownTypes;
using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>A sender whose every activity has tags, groups and kinds that were never sent before.</summary>
public class NewFacetTests
{
    private const int MaxSymbols = 2_000;
    private const int Requests = 40;
    private const int PerRequest = 500;
    private const int NewTags = 16;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endless_new_facets_stop_nobody_and_what_was_known_goes_on_counting()
    {
        var folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;
        KeyValuePair<string, string?>[] settings =
            [new("Partition:MaxSymbols", $"{MaxSymbols}"), new("Partition:MaxNewSymbolsADay", "100"), new("Partitions", "2")];
        Lead before;
        await using (var server = await TestServer.StartAsync(folder, settings: settings))
        {
            await RecordAsync(server, Sample.Post("1", "ann"));
            var first = await ScoreAsync(server, "ann");

            var leftOut = await FloodAsync(server);

            // Half of the table, and a day's ration, of each of two partitions; the rest was left out.
            Assert.InRange(leftOut, Requests * PerRequest * NewTags - 2 * MaxSymbols, Requests * PerRequest * (NewTags + 2));
            await RecordAsync(server, Sample.Post("2", "ann"));
            var unknown = Sample.Post("3", "ann");
            unknown.Tags.Add("never-seen");
            unknown.Tags.Add("security");
            Assert.Equal(1, (await RecordAsync(server, unknown)).FacetsLeftOut);
            before = await ScoreAsync(server, "ann");
            Assert.Equal(3 * Measured(first, "tag_interest", "pricing"), Measured(before, "tag_interest", "pricing"), 6);
            Assert.Equal(3 * Measured(first, "content_posts", "integrations"), Measured(before, "content_posts", "integrations"), 6);
            Assert.Equal(0, Measured(before, "tag_interest", "never-seen"));
            // The flood itself counts, without what is new of it.
            Assert.NotEmpty((await ScoreAsync(server, "flood7")).Contributions);
        }

        await using (var server = await TestServer.StartAsync(folder, settings: settings))
            Assert.Equal(before.Contributions, (await ScoreAsync(server, "ann")).Contributions);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<long> FloodAsync(TestServer server)
    {
        var leftOut = 0L;
        using var call = server.Activities.StreamActivities(cancellationToken: Cancel);
        for (var request = 0; request < Requests; request++)
        {
            var batch = new StreamActivitiesRequest { Sequence = request };
            for (var i = 0; i < PerRequest; i++)
            {
                var id = request * PerRequest + i;
                batch.Activities.Add(new Activity
                {
                    Id = $"{id}",
                    Member = $"flood{id % 100}",
                    Kind = id % 10 == 0 ? $"kind_{id}" : "page_view",
                    OccurredAt = Timestamp.FromDateTime(Sample.At),
                    Group = $"group {id}",
                    Tags = { "pricing", Enumerable.Range(0, NewTags).Select(tag => $"tag {id} {tag}") },
                });
            }

            await call.RequestStream.WriteAsync(batch, Cancel);
            Assert.True(await call.ResponseStream.MoveNext(Cancel));
            Assert.Equal(PerRequest, call.ResponseStream.Current.AcceptedCount);
            leftOut += call.ResponseStream.Current.FacetsLeftOut;
        }

        await call.RequestStream.CompleteAsync();
        return leftOut;
    }

    private static async Task<RecordActivitiesResponse> RecordAsync(TestServer server, Activity activity)
    {
        var recorded = await server.Activities.RecordActivitiesAsync(Sample.Batch(activity), cancellationToken: Cancel);
        Assert.Equal(Disposition.Accepted, Assert.Single(recorded.Results).Disposition);
        return recorded;
    }

    private static async Task<Lead> ScoreAsync(TestServer server, string member) =>
        (await server.Leads.GetScoreAsync(new GetScoreRequest { Member = member, AsOf = Sample.Day }, cancellationToken: Cancel)).Lead;

    private static double Measured(Lead lead, string signal, string facet) =>
        lead.Contributions.Where(one => one.Signal == signal && one.Facet == facet).Sum(one => one.Measured);
}
