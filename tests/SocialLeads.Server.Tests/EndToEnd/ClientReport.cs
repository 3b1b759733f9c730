namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>What a client in another language prints, as JSON, of what the server told it.</summary>
internal sealed record ClientReport(
    IReadOnlyList<ClientReport.Result> Recorded,
    IReadOnlyList<ClientReport.Acknowledgement> Streamed,
    ClientReport.OneScore Score,
    ClientReport.SeveralScores Batch,
    IReadOnlyList<IReadOnlyList<ClientReport.Lead>> Pages,
    int Total,
    ClientReport.Refusal UnknownMember,
    ClientReport.Refusal BadPageSize,
    ClientReport.Refusal NoActivities)
{
    public sealed record Violation(string Field, string Description);

    public sealed record Result(string Disposition, IReadOnlyList<Violation> Violations);

    public sealed record Rejected(int Index, IReadOnlyList<Violation> Violations);

    public sealed record Acknowledgement(long Sequence, int Accepted, int Duplicates, IReadOnlyList<Rejected> Rejected);

    public sealed record Contribution(string Signal, string Facet, double Points);

    public sealed record Lead(string Member, double Points, double Score, long Rank, IReadOnlyList<Contribution> Contributions);

    public sealed record OneScore(Lead Lead, string Model, string AsOf);

    public sealed record SeveralScores(IReadOnlyList<Lead> Leads, IReadOnlyList<string> Missing);

    public sealed record Refusal(string Status, string Message, IReadOnlyList<Violation> Fields, string Resource);
}
