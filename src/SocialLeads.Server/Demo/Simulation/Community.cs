using System.Globalization;
using SocialLeads.V1;

namespace SocialLeads.Server.Demo.Simulation;

/// <summary>
/// A simulated community. The same options give the same members and the same activities, bit for bit, on every
/// machine: everything is decided in integers, by generators of our own.
/// </summary>
internal sealed class Community
{
    /// <summary>The last day, whatever the clock says, so that figures never depend on when a demo is run.</summary>
    public static readonly DateOnly LastDay = new(2026, 3, 31);

    private readonly DemoOptions _options;

    public Community(DemoOptions options)
    {
        _options = options;
        Members = Population.Create(options.Members, options.Days, SeededRandom.Of(options.Seed, stream: 0));
    }

    /// <summary>Everybody, with the hidden truth about them.</summary>
    public IReadOnlyList<SimulatedMember> Members { get; }

    /// <summary>
    /// Everything that happens, in order of time, made as it is read: first how those who were there before the first
    /// day had come, then day by day. It can be read again, and says the same again.
    /// </summary>
    public IEnumerable<Activity> Activities()
    {
        var members = Members.ToArray();
        var directory = new MemberDirectory(members);
        var lives = Array.ConvertAll(
            members, m => new MemberLife(m, SeededRandom.Of(_options.Seed, stream: (ulong)m.Index + 1)));
        var prefix = string.Create(
            CultureInfo.InvariantCulture, $"demo-{_options.Seed}-{_options.Members}-{_options.Days}-");
        var number = 0;
        for (var day = -Population.OpenBefore; day < _options.Days; day++)
        {
            var sheet = new DaySheet(LastDay.AddDays(day - _options.Days + 1));
            foreach (var life in lives)
                MemberDay.Live(life, directory, day, sheet);

            foreach (var activity in sheet.InOrder())
            {
                number++;
                activity.Id = prefix + number.ToString(CultureInfo.InvariantCulture);
                yield return activity;
            }
        }
    }
}
