namespace SocialLeads.Scoring.Scores;

/// <summary>Maps points to a score above 0 and below 100, strictly increasing over all points that a model can give.</summary>
public abstract record ScoreCurve
{
    private protected ScoreCurve()
    {
    }

    /// <summary>
    /// How many points are much. Near a score of 50, a twentieth of them moves the score by a little more than 1.
    /// </summary>
    public abstract Points Scale { get; }

    /// <summary>The most points, either way, that a model with this curve may give.</summary>
    public abstract Points Most { get; }

    /// <summary>The score of some points. The same bits on every machine.</summary>
    public abstract double Score(Points points);
}
