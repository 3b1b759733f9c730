using System.Net;
using System.Text;

namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>What a post says, without its HTML, cut to what the wire takes.</summary>
internal static class PlainText
{
    private static readonly HashSet<string> _blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "table",
        "td", "th", "tr", "ul",
    };

    /// <summary>Tags are dropped, blocks become lines, entities become characters.</summary>
    public static string FromHtml(string html)
    {
        var text = new StringBuilder(Math.Min(html.Length, BoundedText.MaxTextBytes));
        var at = 0;
        // Each character is at least one byte: what is beyond would be cut off anyway.
        while (at < html.Length && text.Length <= BoundedText.MaxTextBytes)
        {
            var open = html.IndexOf('<', at);
            var piece = open < 0 ? html[at..] : html[at..open];
            // White space between two blocks lays out the HTML and says nothing.
            if (!(EndsLine(text) && string.IsNullOrWhiteSpace(piece)))
                text.Append(WebUtility.HtmlDecode(piece));
            if (open < 0)
                break;

            var close = html.IndexOf('>', open);
            if (close < 0)
            {
                text.Append(html, open, html.Length - open);
                break;
            }

            if (_blocks.Contains(TagName(html.AsSpan(open + 1, close - open - 1))))
                BreakLine(text);
            at = close + 1;
        }

        return BoundedText.Cut(text.ToString().Trim());
    }

    private static string TagName(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        var end = tag.IndexOfAny(" /\n\t");
        return (end < 0 ? tag : tag[..end]).ToString();
    }

    private static void BreakLine(StringBuilder text)
    {
        if (!EndsLine(text))
            text.Append('\n');
    }

    private static bool EndsLine(StringBuilder text) => text.Length == 0 || text[^1] == '\n';
}
