using SocialLeads.Server.Demo.Simulation;

namespace SocialLeads.Server.Tests.Demo.Simulation;

/// <summary>
/// The interested differ from the others on the whole, and not one by one: a simulation that can be sorted without
/// error would say nothing about a model.
/// </summary>
public sealed class OverlapTests(DefaultCommunity simulated) : IClassFixture<DefaultCommunity>
{
    [Fact]
    public void The_middling_shopper_reads_more_about_product_and_prices_than_the_middling_browser()
    {
        Assert.True(Median(Counts(Intent.Shopper, "product")) > Median(Counts(Intent.Browser, "product")));
        Assert.True(Median(Counts(Intent.Shopper, "pricing")) > Median(Counts(Intent.Browser, "pricing")));
    }

    [Theory]
    [InlineData("product")]
    [InlineData("pricing")]
    public void Many_browsers_read_more_about_it_than_the_quieter_shoppers(string tag)
    {
        var quietShopper = Quantile(Counts(Intent.Shopper, tag), 0.25);

        Assert.InRange(Counts(Intent.Browser, tag).Count(c => c > quietShopper), 25, 400);
    }

    [Fact]
    public void Some_browsers_read_more_about_the_product_than_the_middling_shopper()
    {
        var shopper = Median(Counts(Intent.Shopper, "product"));

        Assert.InRange(Counts(Intent.Browser, "product").Count(c => c > shopper), 10, 150);
    }

    [Fact]
    public void Talkers_write_more_than_shoppers()
    {
        var talkers = simulated.CountsOf(Intent.Talker, IsWritten);
        var shoppers = simulated.CountsOf(Intent.Shopper, IsWritten);

        Assert.True(Median(talkers) > Quantile(shoppers, 0.9));
        Assert.True(talkers[^1] > shoppers[^1]);
    }

    [Fact]
    public void The_lapsed_are_as_quiet_as_anybody_by_now()
    {
        Assert.True(Median(Counts(Intent.Lapsed, "product")) <= Median(Counts(Intent.Browser, "product")) + 1);
    }

    [Fact]
    public void The_lapsed_were_as_busy_as_shoppers_in_their_time()
    {
        var all = simulated.Activities.Where(a => a.Tags.Contains("pricing")).CountBy(a => a.Member).ToDictionary();
        double Mean(Intent intent) => simulated.Community.Members.Where(m => m.Intent == intent).Average(m => all.GetValueOrDefault(m.Id));

        Assert.InRange(Mean(Intent.Lapsed), Mean(Intent.Shopper) / 2, Mean(Intent.Shopper) * 2);
    }

    [Fact]
    public void A_bot_views_thousands_of_pages_within_an_hour()
    {
        foreach (var bot in simulated.Community.Members.Where(m => m.Intent == Intent.Bot))
        {
            var busiest = simulated.OfKind(Kinds.PageView).Where(a => a.Member == bot.Id)
                .GroupBy(a => a.OccurredAt.Seconds / 86_400).MaxBy(g => g.Count())!.Select(a => a.OccurredAt.Seconds).ToArray();

            Assert.InRange(busiest.Length, 2_000, 5_000);
            Assert.InRange(busiest[2_000] - busiest[0], 0, 3_600);
        }
    }

    private int[] Counts(Intent intent, string tag) => simulated.CountsOf(intent, a => a.Kind == Kinds.PageView && a.Tags.Contains(tag));

    private static bool IsWritten(V1.Activity activity) =>
        activity.Kind is Kinds.Post or Kinds.Question or Kinds.Answer or Kinds.Comment;

    private static int Median(int[] rising) => Quantile(rising, 0.5);

    private static int Quantile(int[] rising, double share) => rising[(int)(rising.Length * share)];
}
