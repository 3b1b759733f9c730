using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.InProcess.Persistence;

/// <summary>States as JSON in the memory of the process: what is read is never the object that was written.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string, GrainId), Record> _records = new();
    private long _versions;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var record = _records.GetValueOrDefault((stateName, grainId));
        var stored = record is null ? default : JsonSerializer.Deserialize<T>(record.Json);
        grainState.ETag = record?.ETag;
        grainState.RecordExists = stored is not null && record is not null;
        grainState.State = grainState.RecordExists ? stored! : PersistentState<T>.NewState();
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var eTag = Interlocked.Increment(ref _versions).ToString(CultureInfo.InvariantCulture);
        var record = new Record(JsonSerializer.SerializeToUtf8Bytes(grainState.State), eTag);
        var written = _records.AddOrUpdate(
            (stateName, grainId),
            static (_, update) => update.Expected is null ? update.Record : throw Mismatch(null, update.Expected),
            static (_, existing, update) =>
                existing.ETag == update.Expected ? update.Record : throw Mismatch(existing.ETag, update.Expected),
            (Expected: grainState.ETag, Record: record));
        grainState.ETag = written.ETag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        if (_records.TryGetValue(key, out var existing)
            && (existing.ETag != grainState.ETag || !_records.TryRemove(KeyValuePair.Create(key, existing))))
        {
            throw Mismatch(existing.ETag, grainState.ETag);
        }

        grainState.ETag = null;
        grainState.RecordExists = false;
        grainState.State = PersistentState<T>.NewState();
        return Task.CompletedTask;
    }

    private static InconsistentStateException Mismatch(string? stored, string? current) =>
        new("The state was written by somebody else.", stored, current);

    private sealed record Record(byte[] Json, string ETag);
}
