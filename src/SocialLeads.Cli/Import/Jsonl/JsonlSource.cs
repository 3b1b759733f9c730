using System.Runtime.CompilerServices;
using System.Text;

namespace SocialLeads.Cli.Import.Jsonl;

/// <summary>A file with one activity a line. A line that is none is reported and passed over.</summary>
/// <param name="stream">The file.</param>
/// <param name="name">The file as people know it.</param>
/// <param name="totalBytes">Its length; null when it has none.</param>
/// <param name="tally">Counts what is read.</param>
/// <param name="rejects">Told of the lines that are no activities.</param>
internal sealed class JsonlSource(Stream stream, string name, long? totalBytes, ImportTally tally, IRejects rejects)
    : IActivitySource
{
    private long _bytesRead;

    public string Name => name;

    public long? TotalBytes => totalBytes;

    public long BytesRead => Interlocked.Read(ref _bytesRead);

    public async IAsyncEnumerable<ImportedActivity> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new LineReader(stream, read => Interlocked.Add(ref _bytesRead, read));
        while (await lines.ReadAsync(cancellationToken) is { } line)
        {
            if (Parse(line) is { } activity)
                yield return activity;
        }
    }

    private ImportedActivity? Parse(Line line)
    {
        if (line.Bytes is not { } bytes)
            return BadLine(line.Number, $"longer than {LineReader.MaxLineBytes:N0} bytes");

        var text = WithoutMark(bytes.Span, line.Number);
        if (text.Trim(" \t"u8).IsEmpty)
        {
            tally.CountSkipped(name, "empty line");
            return null;
        }

        if (ActivityLine.Parse(text, out var error) is not { } activity)
            return BadLine(line.Number, error!);

        tally.CountMapped(name, activity.Kind);
        return new ImportedActivity(activity, name, line.Number);
    }

    private ImportedActivity? BadLine(long number, string error)
    {
        tally.CountBadLine();
        tally.CountSkipped(name, "not an activity in JSON");
        rejects.AddLine(name, number, error);
        return null;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes, long number) =>
        number == 1 && bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
}
