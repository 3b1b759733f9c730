using System.Text.Json;
using SocialLeads.Cli.Import.Jsonl;
using SocialLeads.Cli.Learn;

namespace SocialLeads.Cli.Outcomes;

/// <summary>Reads outcomes: a table with a header, or objects in JSON, one a line or in a list. Strict: a wrong line is an error.</summary>
internal static class OutcomeFile
{
    private const byte Space = (byte)' ';

    /// <exception cref="CliException">The file has no outcomes, or a line that is none.</exception>
    public static async Task<IReadOnlyList<OutcomeRow>> ReadAsync(
        Stream stream, string name, DateOnly today, CancellationToken cancellationToken)
    {
        var sheet = new OutcomeSheet(name, today);
        // Whichever it is, its first character says so; a table has no header that begins with a brace or a bracket.
        var buffered = new BufferedStream(stream);
        var first = await FirstByteAsync(buffered, cancellationToken);
        await using var whole = new PrefixedStream(WithoutMark(first), buffered);
        if (first is [.., (byte)'{'])
            await ReadLinesAsync(whole, sheet, cancellationToken);
        else if (first is [.., (byte)'['])
            await ReadListAsync(whole, sheet, cancellationToken);
        else
            ReadTable(CsvTableReader.Read(whole, name, cancellationToken), sheet);
        return sheet.Rows.Count > 0 ? sheet.Rows : throw new CliException(ExitCode.Usage, $"{name}: there are no outcomes");
    }

    private static async Task<byte[]> FirstByteAsync(BufferedStream stream, CancellationToken cancellationToken)
    {
        var read = new List<byte>();
        var next = new byte[1];
        // White space and a byte order mark may come first.
        while (read.Count < LineReader.MaxLineBytes && await stream.ReadAsync(next, cancellationToken).AsTask().WaitAsync(cancellationToken) == 1)
        {
            read.Add(next[0]);
            if (next[0] is > Space and not (0xEF or 0xBB or 0xBF)) break;
        }

        return [.. read];
    }

    private static void ReadTable(CsvTable table, OutcomeSheet sheet)
    {
        var unknown = table.Headers.Where(header => !OutcomeSheet.IsField(header)).ToArray();
        if (unknown.Length > 0)
        {
            throw new CliException(ExitCode.Usage,
                $"{table.Name}: unknown column '{unknown[0]}'; there are {string.Join(", ", OutcomeSheet.Required)} and, if you like, {string.Join(", ", OutcomeSheet.Optional)}");
        }

        var columns = OutcomeSheet.Required.Concat(OutcomeSheet.Optional.Intersect(table.Headers))
            .ToDictionary(field => field, field => table.Columns[table.Find(field, "header")]);
        for (var row = 0; row < table.Rows; row++)
            sheet.Add(table.Lines[row], field => columns.GetValueOrDefault(field)?[row]);
    }

    private static async Task ReadLinesAsync(Stream stream, OutcomeSheet sheet, CancellationToken cancellationToken)
    {
        var lines = new LineReader(stream, _ => { });
        while (await lines.ReadAsync(cancellationToken) is { } line)
        {
            if (line.Bytes is not { } bytes)
                throw sheet.Wrong(line.Number, $"longer than {LineReader.MaxLineBytes:N0} bytes");
            if (!bytes.Span.Trim(" \t"u8).IsEmpty)
                Add(bytes, line.Number, sheet);
        }
    }

    private static async Task ReadListAsync(Stream stream, OutcomeSheet sheet, CancellationToken cancellationToken)
    {
        var list = new JsonListReader(stream);
        try
        {
            while (await list.ReadAsync(cancellationToken) is { } element)
            {
                using (element)
                    Add(element.RootElement, list.Line, sheet);
            }
        }
        catch (JsonException failure)
        {
            throw sheet.Wrong((failure.LineNumber ?? 0) + 1, $"no list in JSON: {failure.Message}", failure);
        }
    }

    private static void Add(ReadOnlyMemory<byte> text, long line, OutcomeSheet sheet)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            Add(json.RootElement, line, sheet);
        }
        catch (JsonException failure)
        {
            throw sheet.Wrong(line, $"no object in JSON: {failure.Message}", failure);
        }
    }

    private static void Add(JsonElement json, long line, OutcomeSheet sheet)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw sheet.Wrong(line, "no object in JSON");
        foreach (var property in json.EnumerateObject())
        {
            if (!OutcomeSheet.IsField(property.Name))
                throw sheet.Wrong(line, $"unknown field '{property.Name}'");
        }

        sheet.Add(line, field => Text(json, field));
    }

    private static string? Text(JsonElement json, string field) => !json.TryGetProperty(field, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when field == "amount" => value.GetRawText(),
        _ => null,
    };

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("\uFEFF"u8) ? bytes["\uFEFF"u8.Length..] : bytes;
}
