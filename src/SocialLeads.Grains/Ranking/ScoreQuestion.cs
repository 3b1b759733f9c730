using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Members;

namespace SocialLeads.Grains.Ranking;

/// <summary>Members whose scores somebody asks for.</summary>
/// <param name="tenant">Whose members.</param>
/// <param name="board">Under which model, as of which day.</param>
/// <param name="members">The members.</param>
/// <param name="ranked">Whether their ranks are wanted, too.</param>
internal sealed class ScoreQuestion(string tenant, BoardId board, IReadOnlyList<string> members, bool ranked)
{
    private readonly TaskCompletionSource<RankedScores> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Tenant => tenant;

    public BoardId Board => board;

    public IReadOnlyList<string> Members => members;

    public bool IsRanked => ranked;

    public MemberScore?[] Scores { get; } = new MemberScore?[members.Count];

    public long[] Ranks { get; } = new long[members.Count];

    public long Total { get; set; }

    public Task<RankedScores> Answer => _answer.Task;

    public bool HasFailed => _answer.Task.IsFaulted;

    public void Fail(Exception reason) => _answer.TrySetException(reason);

    public void Complete() => _answer.TrySetResult(new RankedScores(Scores, Ranks, Total));
}
