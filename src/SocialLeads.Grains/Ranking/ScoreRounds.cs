using SocialLeads.Grains.Boards;

namespace SocialLeads.Grains.Ranking;

/// <summary>
/// Answers questions for scores in rounds: what is asked of a board while rounds are under way is answered together in the next. As with
/// commits, nobody waits for company when there is none, many questions share the calls when there are many, and who asks for a board
/// that has to be built first holds up nobody else.
/// </summary>
internal sealed class ScoreRounds(ScoreRound round)
{
    private readonly int _most = Environment.ProcessorCount;
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Tenant, BoardId Board), Line> _lines = [];

    public Task<RankedScores> Ask(ScoreQuestion question)
    {
        Line line;
        lock (_lock)
        {
            var key = (question.Tenant, question.Board);
            if (!_lines.TryGetValue(key, out line!)) _lines.Add(key, line = new Line(question.Tenant, question.Board));
            line.Waiting.Add(question);
            if (line.UnderWay == _most) return question.Answer;
            line.UnderWay++;
        }

        _ = AnswerAll(line);
        return question.Answer;
    }

    private async Task AnswerAll(Line line)
    {
        while (TakeWaiting(line) is { } questions)
        {
            try
            {
                await round.Answer(line.Tenant, line.Board, questions);
            }
            catch (Exception reason)
            {
                // Whatever it is: nobody awaits the round, and those who asked would wait for ever.
                foreach (var question in questions) question.Fail(reason);
            }
        }
    }

    private List<ScoreQuestion>? TakeWaiting(Line line)
    {
        lock (_lock)
        {
            if (line.Waiting.Count == 0)
            {
                if (--line.UnderWay == 0) _lines.Remove((line.Tenant, line.Board));
                return null;
            }

            var taken = line.Waiting;
            line.Waiting = [];
            return taken;
        }
    }

    /// <summary>Those who ask for one board.</summary>
    private sealed class Line(string tenant, BoardId board)
    {
        public string Tenant => tenant;

        public BoardId Board => board;

        public List<ScoreQuestion> Waiting { get; set; } = [];

        public int UnderWay { get; set; }
    }
}
