using Google.Protobuf.WellKnownTypes;
using SocialLeads.V1;

namespace SocialLeads.Server.Demo.Simulation;

/// <summary>One visit of one member: pages read, then whatever else the member does before leaving.</summary>
internal sealed class SiteVisit
{
    private const int MostTags = 3;
    private const int FurtherTagsInMillionths = 550_000;
    private const int GroupPages = 400;
    private const int FavouriteTopic = 250;

    private readonly MemberLife _life;
    private readonly Habit _habit;
    private readonly DaySheet _sheet;
    private readonly Activity _visit;
    private readonly int _begin;
    private readonly string _channel;
    private int _second;

    /// <param name="life">Who visits.</param>
    /// <param name="habit">In what frame of mind.</param>
    /// <param name="sheet">The day.</param>
    /// <param name="begin">The second of the day at which the visit begins.</param>
    public SiteVisit(MemberLife life, Habit habit, DaySheet sheet, int begin)
    {
        _life = life;
        _habit = habit;
        _sheet = sheet;
        _channel = Site.Channels.Pick(Random);
        _begin = begin;
        _second = begin;
        _visit = Add(Kinds.Visit);
        _visit.Channel = _channel;
        // A site knows its own staff, and says so.
        if (life.Member.Intent == Intent.Employee)
            _visit.Attributes.Add("staff", "true");
    }

    /// <summary>Who visits.</summary>
    public SimulatedMember Member => _life.Member;

    private SeededRandom Random => _life.Random;

    /// <summary>Reads the first page and as many more as the habit has it.</summary>
    public void ReadPages()
    {
        var pages = 1 + Random.Count(_habit.FurtherPages * 1000);
        for (; pages > 0; pages--)
        {
            var dwell = Random.Between(5, _habit.LongestDwell);
            var page = Add(Kinds.PageView);
            page.Duration = Seconds(dwell);
            page.Channel = _channel;
            if (Random.Chance(GroupPages))
                page.Group = _habit.Groups.Pick(Random);

            AddTags(page);
            Spend(dwell);
        }
    }

    /// <summary>Enters an activity a little later in the visit.</summary>
    public Activity AddNext(string kind)
    {
        Spend(Random.Between(15, _habit.LongestDwell));
        return Add(kind);
    }

    /// <summary>Gives a page or a post the tags this member would read or write about.</summary>
    public void AddTags(Activity activity)
    {
        var tags = Math.Min(MostTags, 1 + Random.Count(FurtherTagsInMillionths));
        for (; tags > 0; tags--)
        {
            var tag = Random.Chance(FavouriteTopic) ? Member.Favourite : _habit.Topics.Pick(Random);
            if (!activity.Tags.Contains(tag))
                activity.Tags.Add(tag);
        }
    }

    /// <summary>Ends the visit, whose length is known only now, and tells the second of the day.</summary>
    public int Leave()
    {
        _visit.Duration = Seconds(_second - _begin);
        return _second;
    }

    private Activity Add(string kind) => _sheet.Add(Member, kind, _second);

    /// <summary>Nobody stays past midnight: what would be later is at the day's last second.</summary>
    private void Spend(int seconds) => _second = Math.Min(_second + seconds, DaySheet.LastSecond);

    private static Duration Seconds(int seconds) => new() { Seconds = seconds };
}
