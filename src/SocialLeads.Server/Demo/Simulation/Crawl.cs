using Google.Protobuf.WellKnownTypes;

namespace SocialLeads.Server.Demo.Simulation;

/// <summary>A crawler under a member's account: every page there is, one after the other, in under an hour.</summary>
internal static class Crawl
{
    private const int Pages = 2_500;
    private const int AtMostSeconds = 3_600;

    public static void Run(MemberLife life, DaySheet sheet)
    {
        var random = life.Random;
        var begin = random.Below(DaySheet.LastSecond - AtMostSeconds);
        for (var page = 0; page < Pages; page++)
        {
            var view = sheet.Add(life.Member, Kinds.PageView, begin + (page * AtMostSeconds / Pages));
            view.Duration = new Duration { Seconds = 1 };
            view.Group = random.Pick(Site.Groups);
            view.Tags.Add(random.Pick(Site.Tags));
            view.Channel = "web";
        }
    }
}
