using CsvHelper;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Cli.Learn;

/// <summary>Reads a whole file of separated values (RFC 4180, UTF-8; the separator is found out), and is strict about it.</summary>
internal static class CsvTableReader
{
    /// <summary>The most bytes of a row.</summary>
    public const int MaxRowBytes = 1024 * 1024;

    /// <summary>The most cells of a table: they are held in memory.</summary>
    public const int MaxCells = 20_000_000;

    /// <summary>The label is a column, too.</summary>
    private const int MaxColumns = ColumnTable.MaxColumns + 1;

    private static readonly CsvReaderOptions _options = new()
    {
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = MaxRowBytes,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        PoolStrings = true,
        TrimWhitespace = true,
    };

    /// <exception cref="CliException">The file is no table.</exception>
    public static CsvTable Read(Stream stream, string name, CancellationToken cancellationToken)
    {
        using var reader = CsvReader.Create(stream, _options, leaveOpen: true);
        try
        {
            return Read(reader, name, cancellationToken);
        }
        catch (CsvFormatException failure)
        {
            throw new CliException(ExitCode.Usage, $"{name}: line {Math.Max(1, failure.LineNumber)}: {failure.Message}", failure);
        }
    }

    private static CsvTable Read(CsvReader reader, string name, CancellationToken cancellationToken)
    {
        if (!reader.Read())
            throw new CliException(ExitCode.Usage, $"{name}: the file is empty");
        var headers = ReadHeaders(reader, name);
        var columns = headers.Select(_ => new List<string>()).ToArray();
        var lines = new List<long>();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.FieldCount != headers.Length)
            {
                throw new CliException(ExitCode.Usage,
                    $"{name}: line {reader.LineNumber}: {reader.FieldCount} fields, but the header has {headers.Length}");
            }

            if ((long)(lines.Count + 1) * headers.Length > MaxCells)
                throw new CliException(ExitCode.Usage, $"{name}: line {reader.LineNumber}: more than {MaxCells:N0} cells");
            for (var i = 0; i < columns.Length; i++) columns[i].Add(reader.GetString(i));
            lines.Add(reader.LineNumber);
        }

        return new(name, headers, columns, lines);
    }

    private static string[] ReadHeaders(CsvReader reader, string name)
    {
        if (reader.FieldCount > MaxColumns)
            throw new CliException(ExitCode.Usage, $"{name}: line {reader.LineNumber}: {reader.FieldCount:N0} columns; at most {MaxColumns:N0} are read");
        var headers = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < headers.Length; i++)
        {
            if (headers[i].Length == 0)
                throw new CliException(ExitCode.Usage, $"{name}: line {reader.LineNumber}: column {i + 1} has no name");
            if (!seen.Add(headers[i]))
                throw new CliException(ExitCode.Usage, $"{name}: line {reader.LineNumber}: two columns are named '{headers[i]}'");
        }

        return headers;
    }
}
