using FsCheck;
using FsCheck.Fluent;
using SocialLeads.Storage.Tests.Conformance.Sequences;

namespace SocialLeads.Storage.Tests.Conformance;

public abstract class SequenceConformance
{
    private static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(25);

    [Fact]
    public void Any_sequence_of_operations_reopenings_and_crashes_leaves_what_the_contract_says() =>
        Prop.ForAll(StoreOperations.Sequences, PlayAsync).Check(_config);

    protected abstract Task<IStoreHarness> StartAsync();

    private async Task PlayAsync(StoreOperation[] operations)
    {
        await using var harness = await StartAsync();
        using var gate = new CommitGate();
        await new SequenceRun(harness, gate, TestContext.Current.CancellationToken).PlayAsync(operations);
    }
}
