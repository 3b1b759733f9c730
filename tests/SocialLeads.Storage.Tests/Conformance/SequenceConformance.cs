using FsCheck;
using FsCheck.Fluent;
using SocialLeads.Storage.Tests.Conformance.Sequences;

namespace SocialLeads.Storage.Tests.Conformance;

public abstract class SequenceConformance
{
    [Fact]
    public void Any_sequence_of_operations_reopenings_and_crashes_leaves_what_the_contract_says() =>
        Prop.ForAll(StoreOperations.Sequences, PlayAsync).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));

    /// <summary>How many sequences are played.</summary>
    protected virtual int Sequences => 25;

    protected abstract Task<IStoreHarness> StartAsync();

    private async Task PlayAsync(StoreOperation[] operations)
    {
        await using var harness = await StartAsync();
        using var gate = new CommitGate();
        await new SequenceRun(harness, gate, TestContext.Current.CancellationToken).PlayAsync(operations);
    }
}
