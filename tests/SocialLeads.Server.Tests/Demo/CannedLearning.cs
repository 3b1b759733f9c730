using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Demo;

/// <summary>Learns what it is told to: a word of progress and the report, or a refusal.</summary>
internal sealed class CannedLearning(LearnReport? report) : IAsyncStreamReader<LearnModelResponse>
{
    private int _answers;

    public LearnModelResponse Current => _answers == 1
        ? new LearnModelResponse { Progress = new LearnProgress { Stage = LearnStage.Reading } }
        : new LearnModelResponse { Report = report };

    public Task<bool> MoveNext(CancellationToken cancellationToken) => report is null
        ? throw new RpcException(new Status(StatusCode.FailedPrecondition, "There are 7 positive and 9 negative outcomes to learn from."))
        : Task.FromResult(++_answers <= 2);
}
