using System.Globalization;
using System.Xml;
using Google.Protobuf.WellKnownTypes;

namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>
/// The row a reader stands on. Valid until the reader moves. An attribute that is missing or cannot be read as what is
/// asked for is null.
/// </summary>
internal sealed class Row(XmlReader reader)
{
    private static readonly string[] _timeFormats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    private readonly IXmlLineInfo _position = (IXmlLineInfo)reader;

    /// <summary>From 1.</summary>
    public long Line => _position.LineNumber;

    public string? Text(string attribute) => reader.GetAttribute(attribute);

    public bool Has(string attribute) => !string.IsNullOrWhiteSpace(Text(attribute));

    public int? Int(string attribute) =>
        int.TryParse(Text(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public long? Long(string attribute) =>
        long.TryParse(Text(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A time; dumps write UTC without a zone, to the millisecond.</summary>
    public Timestamp? Time(string attribute) =>
        DateTime.TryParseExact(Text(attribute), _timeFormats, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? Timestamp.FromDateTime(time)
            : null;
}
