using System.Text;

namespace SocialLeads.Storage.Tests.Conformance.Sequences;

/// <summary>Plays a sequence on a store and on the model, and compares.</summary>
internal sealed class SequenceRun(IStoreHarness harness, CommitGate gate, CancellationToken cancel)
{
    private readonly PartitionModel[] _models = [.. Enumerable.Range(0, StoreOperations.Partitions).Select(_ => new PartitionModel())];
    private readonly IPartitionStore[] _handles = new IPartitionStore[StoreOperations.Partitions];
    private IStore? _store;

    public async Task PlayAsync(IEnumerable<StoreOperation> operations)
    {
        _store = await harness.OpenAsync(new StoreSetup(BeforeCommit: gate.BeforeCommit));
        try
        {
            await LoadAllAndCompareAsync();
            foreach (var operation in operations)
                await PlayAsync(operation);

            await LoadAllAndCompareAsync();
        }
        finally
        {
            await _store.DisposeAsync();
        }
    }

    private async Task PlayAsync(StoreOperation operation)
    {
        switch (operation)
        {
            case StoreOperation.Append append:
                await AppendAsync(append);
                break;
            case StoreOperation.Save save:
                await SaveAsync(save);
                break;
            case StoreOperation.Trim trim:
                var through = _models[trim.Partition].CheckpointPosition - trim.Back;
                await ExpectAsync<ArgumentException>(
                    _models[trim.Partition].TryTrim(through), _handles[trim.Partition].TrimLogAsync(through, cancel));
                break;
            case StoreOperation.TakeOver takeOver:
                var former = _handles[takeOver.Partition];
                await LoadAndCompareAsync(takeOver.Partition);
                await ExpectAsync<StaleWriterException>(
                    accepted: false, former.AppendAsync(new(_models[takeOver.Partition].LastPosition + 1, new byte[1]), cancel));
                break;
            case StoreOperation.Reopen:
                await _store!.DisposeAsync();
                _store = await harness.OpenAsync(new StoreSetup(BeforeCommit: gate.BeforeCommit));
                await LoadAllAndCompareAsync();
                break;
            case StoreOperation.Crash crash:
                await CrashAsync(crash.Partition);
                break;
        }
    }

    private Task AppendAsync(StoreOperation.Append append)
    {
        var model = _models[append.Partition];
        var (position, payload) = (model.LastPosition + 1 + append.Offset, new string('x', append.Length));
        var appended = _handles[append.Partition].AppendAsync(new(position, Encoding.UTF8.GetBytes(payload)), cancel);
        return ExpectAsync<LogPositionException>(model.TryAppend(position, payload), appended);
    }

    private Task SaveAsync(StoreOperation.Save save)
    {
        var model = _models[save.Partition];
        var position = Math.Max(0, model.LastPosition - save.Back);
        var (member, state) = ($"member {save.Member}", $"at {position} of {save}");
        var (symbol, ids) = (new SavedSymbol(save.Symbol, $"text {save.Text}"), $"ids at {position}");
        var saved = _handles[save.Partition].SaveCheckpointAsync(
            new(
                position,
                [new(member, Encoding.UTF8.GetBytes(state))],
                [symbol],
                [new(save.Day, Encoding.UTF8.GetBytes(ids))],
                save.ForgetBefore),
            cancel);
        return ExpectAsync<ArgumentException>(
            model.TrySave(position, member, state, symbol, (save.Day, ids), save.ForgetBefore), saved);
    }

    private async Task CrashAsync(int partition)
    {
        gate.Close();
        var position = _models[partition].LastPosition + 1;
        var unacknowledged = _handles[partition].AppendAsync(new(position, "lost"u8.ToArray()), cancel);
        await gate.Held;
        try
        {
            _store = await harness.CrashAndOpenAsync(_store!);
            Assert.False(unacknowledged.IsCompletedSuccessfully);
        }
        finally
        {
            gate.Open();
        }

        await LoadAllAndCompareAsync();
    }

    private async Task LoadAllAndCompareAsync()
    {
        for (var i = 0; i < _models.Length; i++)
            await LoadAndCompareAsync(i);
    }

    private async Task LoadAndCompareAsync(int partition)
    {
        var (model, handle) = (_models[partition], _store!.Partition(new($"tenant {partition % 2}", partition)));
        _handles[partition] = handle;

        var saved = await handle.LoadAsync(int.MinValue, cancel);
        var log = await handle.ReadLogAsync(0, cancel).ToListAsync(cancel);
        var members = await handle.ReadMembersAsync(cancel).ToListAsync(cancel);

        Assert.Equal((model.CheckpointPosition, model.LastPosition), (saved.CheckpointPosition, saved.LastPosition));
        Assert.Equal(model.Log.Select(e => (e.Key, e.Value, false)), log.Select(e => (e.Position, Text(e.Payload), e.Damaged)));
        Assert.Equal(model.Members.Select(m => (m.Key, m.Value, false)), members.Select(m => (m.Member, Text(m.State), m.Damaged)));
        Assert.Equal(model.Symbols.Select(s => new SavedSymbol(s.Key, s.Value)), saved.Symbols);
        Assert.Equal(model.SeenIds.OrderBy(s => s.Day), saved.SeenIds.Select(s => (s.Day, Text(s.Fingerprints))));
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static async Task ExpectAsync<TRefusal>(bool accepted, Task write)
        where TRefusal : Exception
    {
        if (accepted)
            await write;
        else
            await Assert.ThrowsAnyAsync<TRefusal>(() => write);
    }
}
