using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Members with very many contributions: a page of their leads must still fit into a message.</summary>
public class LargeAnswerTests(HostileServer fixture) : HostileTests(fixture)
{
    private const int Members = 60;
    private const int TagsOfEach = 512;
    private const int LargestAnswer = 2 * 1024 * 1024;

    [Fact]
    public async Task Pages_with_contributions_are_cut_where_they_become_too_large()
    {
        foreach (var member in Enumerable.Range(0, Members)) await Record(Tagged($"m{member:00}"));

        var pages = new List<ListLeadsResponse>();
        var request = new ListLeadsRequest { AsOf = Sample.Day, PageSize = 1000, View = LeadView.Full };
        do
        {
            pages.Add(await Server.Leads.ListLeadsAsync(request, cancellationToken: Cancel));
            request.PageToken = pages[^1].NextPageToken;
        }
        while (request.PageToken.Length > 0);

        var all = await Server.Leads.ListLeadsAsync(new ListLeadsRequest { AsOf = Sample.Day, PageSize = 1000 }, cancellationToken: Cancel);
        Assert.True(pages.Count > 1, "Everything fitted into one page: the test is too small.");
        Assert.All(pages, page => Assert.InRange(page.CalculateSize(), 1, LargestAnswer + 1000));
        Assert.Equal(
            all.Leads.Select(lead => (lead.Rank, lead.Member, lead.Points)),
            pages.SelectMany(page => page.Leads).Select(lead => (lead.Rank, lead.Member, lead.Points)));
    }

    private static IEnumerable<Activity> Tagged(string member) =>
        Enumerable.Range(0, TagsOfEach).Select(tag => $"{tag:000}".PadRight(100, 't')).Chunk(32).Select((tags, index) =>
        {
            var post = Sample.Post($"{index}", member);
            post.Tags.Clear();
            post.Tags.Add(tags);
            return post;
        });
}
