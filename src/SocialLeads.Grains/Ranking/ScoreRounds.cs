namespace SocialLeads.Grains.Ranking;

/// <summary>
/// Answers questions for scores in rounds: what is asked while rounds are under way is answered together in the next. As with
/// commits, nobody waits for company when there is none, and many questions share the calls when there are many.
/// </summary>
internal sealed class ScoreRounds(ScoreRound round)
{
    private readonly int _most = Environment.ProcessorCount;
    private readonly Lock _lock = new();
    private List<ScoreQuestion> _waiting = [];
    private int _underWay;

    public Task<RankedScores> Ask(ScoreQuestion question)
    {
        lock (_lock)
        {
            _waiting.Add(question);
            if (_underWay == _most) return question.Answer;
            _underWay++;
        }

        _ = AnswerAll();
        return question.Answer;
    }

    private async Task AnswerAll()
    {
        while (TakeWaiting() is { } questions) await round.Answer(questions);
    }

    private List<ScoreQuestion>? TakeWaiting()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _underWay--;
                return null;
            }

            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }
}
