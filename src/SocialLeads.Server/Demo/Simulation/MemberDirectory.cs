namespace SocialLeads.Server.Demo.Simulation;

/// <summary>Finds people to connect with.</summary>
internal sealed class MemberDirectory
{
    private const int Tries = 4;

    private readonly SimulatedMember[] _members;
    private readonly SimulatedMember[] _employees;
    private readonly Dictionary<string, SimulatedMember[]> _departments;

    public MemberDirectory(SimulatedMember[] members)
    {
        _members = members;
        _employees = Array.FindAll(members, m => m.Intent == Intent.Employee);
        _departments = _employees.GroupBy(m => m.Role, StringComparer.Ordinal)
            .ToDictionary(g => g.Key["employee/".Length..], g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>
    /// Somebody whom the seeker is not connected with yet and who was there by the day; null when a few looks found
    /// nobody. The connection is entered with the seeker.
    /// </summary>
    public SimulatedMember? Meet(MemberLife seeker, Habit habit, int day)
    {
        var random = seeker.Random;
        var candidates = random.Chance(habit.EmployeePeers)
            ? _departments.GetValueOrDefault(habit.Departments.Pick(random), _employees)
            : _members;
        for (var look = 0; look < Tries; look++)
        {
            var peer = random.Pick(candidates);
            if (peer.JoinDay <= day && peer.Index != seeker.Member.Index && seeker.Peers.Add(peer.Index))
                return peer;
        }

        return null;
    }

    /// <summary>Somebody else who was there by the day, to answer or to comment on; null when a few looks found nobody.</summary>
    public SimulatedMember? Somebody(MemberLife seeker, int day)
    {
        for (var look = 0; look < Tries; look++)
        {
            var peer = seeker.Random.Pick(_members);
            if (peer.JoinDay <= day && peer.Index != seeker.Member.Index)
                return peer;
        }

        return null;
    }
}
