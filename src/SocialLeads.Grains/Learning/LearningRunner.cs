using System.Threading.Channels;
using SocialLeads.Grains.Outcomes;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Learned;
using SocialLeads.Scoring.Learning;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Grains.Learning;

/// <summary>
/// Learns a model from a tenant's outcomes: the members who have some are read a few at a time, of each one row is kept, and the rest is
/// arithmetic on at most half of the machine's cores, beside the partitions' turns.
/// </summary>
public sealed class LearningRunner(TenantOutcomes outcomes)
{
    /// <summary>Members that are learned from at most: some hundred megabytes with as many signals as a model can have.</summary>
    public const int MostMembers = 100_000;

    private static LearnerOptions Options => new() { FoldsAtATime = Math.Max(1, Environment.ProcessorCount / 2) };

    /// <param name="tenant">Whose outcomes.</param>
    /// <param name="model">The model whose signals are measured.</param>
    /// <param name="id">The id of the new model, well-formed.</param>
    /// <param name="title">Its title.</param>
    /// <param name="progress">Told of what begins and how many members were read, one at a time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TooManyOutcomesException">More members have outcomes than are learned from.</exception>
    public async Task<TenantLearning> RunAsync(
        string tenant, ScoringModel model, string id, string title, Func<LearningProgress, Task> progress, CancellationToken cancellationToken)
    {
        var (examples, read, leftOut) = (new List<LearningExample>(), 0, 0);
        var reader = new ExampleReader(model);
        await foreach (var member in outcomes.ReadAsync(tenant, OutcomeQuestion.All, cancellationToken))
        {
            if (++read > MostMembers) throw new TooManyOutcomesException();
            var verdict = Verdict.Of([.. member.Rows.Select(row => new Verdict(row.Outcome.Day, row.Outcome.IsPositive))]);
            if (reader.Read(member.Member, PortableFeatures.Parse(member.Features.AsMemory()), verdict) is { } example) examples.Add(example);
            else leftOut++;
            await progress(new(null, read));
        }

        return new(await LearnAsync(), leftOut);

        async Task<OutcomeLearning> LearnAsync()
        {
            using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var stages = Channel.CreateUnbounded<LearningStage>();
            var learning = Task.Run(() =>
            {
                try
                {
                    return new OutcomeLearner(model, Options).Learn(examples, id, title, stage => stages.Writer.TryWrite(stage), giveUp.Token);
                }
                finally
                {
                    stages.Writer.Complete();
                }
            }, CancellationToken.None);
            try
            {
                await foreach (var stage in stages.Reader.ReadAllAsync(cancellationToken)) await progress(new(stage, read));
            }
            catch
            {
                // Whoever asked is gone. The next may ask when the work has ended.
                await giveUp.CancelAsync();
                await ((Task)learning).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }

            return await learning;
        }
    }
}

/// <summary>How far learning has come.</summary>
/// <param name="Stage">What has begun; null while members are read.</param>
/// <param name="MembersRead">Members with outcomes that were read.</param>
public readonly record struct LearningProgress(LearningStage? Stage, int MembersRead);

/// <summary>What was learned.</summary>
/// <param name="Learned">The document and its judgement, or why there is none.</param>
/// <param name="LeftOut">Members with outcomes who had done nothing before the day of the verdict.</param>
public sealed record TenantLearning(OutcomeLearning Learned, int LeftOut);

/// <summary>More members have outcomes than are learned from.</summary>
public sealed class TooManyOutcomesException()
    : InvalidOperationException($"More than {LearningRunner.MostMembers:N0} members have outcomes, which are more than are learned from.");
