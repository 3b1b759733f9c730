using System.Xml;

namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>One table of a dump: <c>&lt;row … /&gt;</c> after <c>&lt;row … /&gt;</c>, read one by one.</summary>
internal sealed class DumpFile(string path)
{
    private const int FileBufferBytes = 128 * 1024;

    /// <summary>The name without the folder, as the report shows it.</summary>
    public string Name { get; } = Path.GetFileName(path);

    /// <summary>In bytes.</summary>
    public long Length { get; } = new FileInfo(path).Length;

    /// <param name="onRead">Told how many bytes were read, each time.</param>
    /// <exception cref="CliException">It is not XML, or not the XML of a dump; the message names file and line.</exception>
    public IEnumerable<Row> Rows(Action<int> onRead)
    {
        using var stream = new MeteredStream(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileBufferBytes, FileOptions.SequentialScan), onRead);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreWhitespace = true,
            // Members paste control characters, and dumps keep them as character references.
            CheckCharacters = false,
        });

        var row = new Row(reader);
        while (MoveToRow(reader))
        {
            stream.EndRow();
            yield return row;
        }
    }

    private bool MoveToRow(XmlReader reader)
    {
        try
        {
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, Depth: 0 })
                    CheckRoot(reader);
                if (reader is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "row" })
                    return true;
            }

            return false;
        }
        catch (XmlException error)
        {
            throw new CliException(ExitCode.Usage, $"{Name}, line {Math.Max(error.LineNumber, 1)}: {error.Message}", error);
        }
        catch (RowTooLongException error)
        {
            throw new CliException(ExitCode.Usage, $"{Name}, line {((IXmlLineInfo)reader).LineNumber} or after: {error.Message}", error);
        }
    }

    private void CheckRoot(XmlReader reader)
    {
        var table = Path.GetFileNameWithoutExtension(Name);
        if (!reader.LocalName.Equals(table, StringComparison.OrdinalIgnoreCase))
        {
            var line = ((IXmlLineInfo)reader).LineNumber;
            var expected = table.ToLowerInvariant();
            throw new CliException(ExitCode.Usage, $"{Name}, line {line}: <{expected}> expected, <{reader.LocalName}> found");
        }
    }
}
