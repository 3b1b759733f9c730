using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Page tokens that the server did not give, or not for this list.</summary>
public class PageTokenTests(HostileServer fixture) : HostileTests(fixture)
{
    [Theory]
    [InlineData("garbage")]
    [InlineData("not base 64 at all!")]
    [InlineData("AAAA")]
    [InlineData("\0")]
    [InlineData("🦊")]
    [InlineData("____________________________________")]
    public async Task Garbage_is_refused(string token)
    {
        await Refusal.OfField("page_token", Server.Leads.ListLeadsAsync(new ListLeadsRequest { PageToken = token }, cancellationToken: Cancel));
        await Refusal.OfField("page_token", Server.Leads.ListCompaniesAsync(new ListCompaniesRequest { PageToken = token }, cancellationToken: Cancel));
        await Refusal.OfField("page_token", Server.Models.ListModelsAsync(new ListModelsRequest { PageToken = token }, cancellationToken: Cancel));
    }

    [Fact]
    public Task A_megabyte_of_token_is_refused() => Refusal.OfField(
        "page_token", Server.Leads.ListLeadsAsync(new ListLeadsRequest { PageToken = new string('A', 1 << 20) }, cancellationToken: Cancel));

    [Fact]
    public async Task A_token_that_lost_its_end_is_refused_wherever_it_was_cut()
    {
        var token = await Token(List());

        for (var length = 1; length < token.Length; length++)
            await Refused(List(), token[..length]);
    }

    [Fact]
    public async Task A_token_of_another_list_is_refused()
    {
        var token = await Token(List());

        var otherDay = List();
        otherDay.AsOf = "2026-03-11";
        await Refused(otherDay, token);
        var otherMinimum = List();
        otherMinimum.MinScore = 0.5;
        await Refused(otherMinimum, token);
        var otherView = List();
        otherView.View = LeadView.Full;
        await Refused(otherView, token);
        // A list of the past has no place in the list of today, and the other way round.
        var today = new ListLeadsRequest { PageSize = 1 };
        var past = new ListLeadsRequest { PageSize = 1, AsOf = "2026-03-09", PageToken = await Token(today) };
        await Refused(past, past.PageToken);
    }

    [Fact]
    public async Task A_token_of_another_tenants_list_is_refused()
    {
        var token = await Token(List());
        var request = List();
        request.PageToken = token;

        await Refusal.OfField("page_token", Server.Leads.ListLeadsAsync(
            request, new Grpc.Core.Metadata { { "socialleads-tenant", "other" } }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_token_of_other_companies_or_of_leads_is_refused()
    {
        await Record(Registration("c1", "one.example"), Registration("c2", "two.example"));
        var first = await Server.Leads.ListCompaniesAsync(new ListCompaniesRequest { AsOf = Sample.Day, PageSize = 1 }, cancellationToken: Cancel);
        Assert.NotEmpty(first.NextPageToken);

        await RefusedCompanies(new ListCompaniesRequest { AsOf = "2026-03-11", PageToken = first.NextPageToken });
        await RefusedCompanies(new ListCompaniesRequest { AsOf = Sample.Day, Model = "recruiting", PageToken = first.NextPageToken });
        await RefusedCompanies(new ListCompaniesRequest { AsOf = Sample.Day, PageToken = await Token(List()) });
        await Refused(List(), first.NextPageToken);
        await Refusal.OfField("page_token", Server.Leads.ListCompaniesAsync(
            new ListCompaniesRequest { AsOf = Sample.Day, PageToken = first.NextPageToken },
            new Grpc.Core.Metadata { { "socialleads-tenant", "other" } }, cancellationToken: Cancel));
        var next = await Server.Leads.ListCompaniesAsync(
            new ListCompaniesRequest { AsOf = Sample.Day, PageSize = 1, PageToken = first.NextPageToken }, cancellationToken: Cancel);
        Assert.Equal(2, Assert.Single(next.Companies).Rank);
    }

    private static Activity Registration(string member, string domain)
    {
        var registration = Sample.Post("registered", member);
        (registration.Kind, registration.EmailDomain) = ("registration", domain);
        return registration;
    }

    private Task RefusedCompanies(ListCompaniesRequest request) =>
        Refusal.OfField("page_token", Server.Leads.ListCompaniesAsync(request, cancellationToken: Cancel));

    private static ListLeadsRequest List() => new() { AsOf = Sample.Day, PageSize = 1 };

    /// <summary>The token of the first page, with a member on the next to come.</summary>
    private async Task<string> Token(ListLeadsRequest request)
    {
        await Record(Sample.Post("1", "first"), Sample.Post("1", "second"));
        var page = await Server.Leads.ListLeadsAsync(request, cancellationToken: Cancel);
        Assert.NotEmpty(page.NextPageToken);
        return page.NextPageToken;
    }

    private Task Refused(ListLeadsRequest request, string token)
    {
        request.PageToken = token;
        return Refusal.OfField("page_token", Server.Leads.ListLeadsAsync(request, cancellationToken: Cancel));
    }
}
