using System.Text;
using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.Evaluate;

/// <summary>
/// A dump of 60 members over 200 days from 2018-01-01. Members 1 to 6 ask a question every ten days, members 7 to 12 asked three in the
/// first month and no more, and the others are only registered. Whoever asks no more was last seen on 2018-02-01.
/// </summary>
internal static class LongDump
{
    public const int Members = 60;
    private static readonly DateOnly _first = new(2018, 1, 1);

    public static SmallDump Create()
    {
        var (users, posts) = (new StringBuilder(), new StringBuilder());
        var id = 100;
        for (var user = 1; user <= Members; user++)
        {
            var lastSeen = user <= 6 ? _first.AddDays(200) : new DateOnly(2018, 2, 1);
            users.AppendLine($"<row Id=\"{user}\" CreationDate=\"2018-01-01T00:00:00.000\" LastAccessDate=\"{lastSeen:yyyy-MM-dd}T00:00:00.000\" AboutMe=\"me\" />");
            for (var day = 0; user <= 12 && day <= (user <= 6 ? 200 : 29); day += 10)
                posts.AppendLine($"<row Id=\"{id++}\" PostTypeId=\"1\" CreationDate=\"{_first.AddDays(day):yyyy-MM-dd}T12:00:00.000\" OwnerUserId=\"{user}\" Title=\"?\" Body=\"\" Tags=\"\" />");
        }

        return new SmallDump(users.ToString(), posts.ToString());
    }
}
