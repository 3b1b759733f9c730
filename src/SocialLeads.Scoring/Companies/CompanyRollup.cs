using System.Collections.Immutable;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Companies;

/// <summary>
/// A company by its e-mail domain, rolled up from its members' own points. Its points are the mean of its k best members', where a
/// member it does not have and points below 0 count as 0: one keen person is a fifth of a company, the sixth best adds nothing, and
/// those who do nothing take nothing away. Roll-ups of parts of a company merge into that of the whole.
/// </summary>
public sealed class CompanyRollup
{
    private readonly CompanyRule _rule;

    private CompanyRollup(CompanyRule rule, string domain, int members, ImmutableArray<CompanyMember> best)
    {
        _rule = rule;
        Domain = domain;
        Members = members;
        Best = best;
    }

    /// <summary>The e-mail domain, lower-case.</summary>
    public string Domain { get; }

    /// <summary>How many members it has.</summary>
    public int Members { get; }

    /// <summary>The k + 1 best members, best first: enough for the company's points and for anybody's colleagues.</summary>
    public ImmutableArray<CompanyMember> Best { get; }

    /// <summary>The company's points, 0 or more, rounded half to even to a thousandth.</summary>
    public Points Points => MeanOf(Best);

    /// <summary>Rolls up distinct members of one company.</summary>
    public static CompanyRollup Of(CompanyRule rule, string domain, IEnumerable<CompanyMember> members)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var sorted = members.Order().ToList();
        return new(rule, domain, sorted.Count, [.. sorted.Take(rule.Top + 1)]);
    }

    /// <summary>A roll-up that was made elsewhere, from what <see cref="Members"/> and <see cref="Best"/> say of it.</summary>
    /// <param name="rule">The rule it was made by.</param>
    /// <param name="domain">The e-mail domain.</param>
    /// <param name="members">How many members it has.</param>
    /// <param name="best">Its best members, at least k + 1 of them if it has so many.</param>
    public static CompanyRollup OfBest(CompanyRule rule, string domain, int members, IEnumerable<CompanyMember> best)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new(rule, domain, members, [.. best.Order().Take(rule.Top + 1)]);
    }

    /// <summary>The company of both parts, which have no member in common and were rolled up by the same rule.</summary>
    /// <exception cref="ArgumentException">They are of different companies.</exception>
    public CompanyRollup With(CompanyRollup other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Domain != Domain) throw new ArgumentException($"{other.Domain} is not {Domain}.", nameof(other));
        return new(_rule, Domain, Members + other.Members, [.. Best.Concat(other.Best).Order().Take(_rule.Top + 1)]);
    }

    /// <summary>
    /// The figure of a member's colleagues: what the company's points would be without the member. Null if there are none.
    /// </summary>
    public Points? ColleaguesOf(string member)
    {
        var others = Best.Where(one => one.Member != member).ToList();
        return others.Count == 0 ? null : MeanOf(others);
    }

    /// <summary>
    /// What each of the k best members adds to the company's points, best first; the shares add up to the points exactly, by
    /// Hamilton's method. Who has 0 points or fewer adds nothing.
    /// </summary>
    public ImmutableArray<Points> Shares()
    {
        var top = Best.Take(_rule.Top).ToList();
        // Best first, so those who add come before those who do not.
        Int128[] parts = [.. top.Where(static one => one.OwnPoints.Thousandths > 0).Select(static one => (Int128)one.OwnPoints.Thousandths)];
        var shares = parts.Length == 0 ? [] : Apportionment.Share(Points.Thousandths, parts);
        return [.. top.Select((_, at) => Points.FromThousandths(at < shares.Length ? shares[at] : 0))];
    }

    private Points MeanOf(IEnumerable<CompanyMember> best)
    {
        var sum = best.Take(_rule.Top).Sum(static one => Math.Max(one.OwnPoints.Thousandths, 0));
        return Points.FromThousandths((long)Math.Round(sum / (decimal)_rule.Top, MidpointRounding.ToEven));
    }
}
