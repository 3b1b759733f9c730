using System.Collections.Immutable;
using SocialLeads.Grains.Boards;
using SocialLeads.Scoring.Companies;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Companies;

/// <summary>A company's members in one partition, and what the whole company does for them.</summary>
/// <param name="domain">The e-mail domain.</param>
internal sealed class CompanyHere(string domain) : IStamped
{
    private CompanyRollup? _whole;
    private long _usualShare;

    public string Domain => domain;

    public long Stamp { get; set; }

    /// <summary>The members by own points, best first.</summary>
    public SortedSet<RankedKey> Members { get; } = [];

    /// <summary>What others were told last; null before.</summary>
    public CompanyPart? Told { get; set; }

    /// <summary>What it has to tell now: its best so many.</summary>
    public CompanyPart Part(int best) => new(domain, Members.Count, [.. Members.Take(best)]);

    /// <summary>The figure of a member's colleagues, of whichever partition; null if there are none.</summary>
    public Points? ColleaguesOf(string member) => _whole?.ColleaguesOf(member);

    /// <summary>What colleagues add to a member's own points, in thousandths.</summary>
    public long ShareOf(string member, ColleaguesShare share) =>
        _whole is { } whole && IsNamed(whole.Best, member) ? share.Of(whole.ColleaguesOf(member)).Thousandths : _usualShare;

    /// <summary>Takes over the whole company. False if it is the same to its members as before.</summary>
    public bool TakeOver(CompanyRollup whole, ColleaguesShare share)
    {
        var same = _whole is { } known && known.Best.SequenceEqual(whole.Best);
        _whole = whole;
        // Whoever is not among the best has all of them for colleagues.
        if (!same) _usualShare = share.Of(whole.ColleaguesOf("")).Thousandths;
        return !same;
    }

    private static bool IsNamed(ImmutableArray<CompanyMember> best, string member)
    {
        foreach (var one in best)
        {
            if (one.Member == member) return true;
        }

        return false;
    }
}
