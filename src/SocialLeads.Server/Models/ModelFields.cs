using System.Globalization;
using System.Text;
using Google.Rpc;
using Grpc.Core;
using SocialLeads.Scoring.Models;
using SocialLeads.Server.Requests;

namespace SocialLeads.Server.Models;

/// <summary>Checks what requests say about models.</summary>
internal static class ModelFields
{
    public const int MaxViolations = 1_000;

    /// <summary>An error travels in the answer's trailers, which clients bound at a few kilobytes. ValidateModel lists everything.</summary>
    private const int MaxViolationsInError = 20;
    private const int MaxCharsInError = 100;

    private const int MaxAuthorBytes = 200;
    private const int MaxReasonBytes = 2_000;

    /// <exception cref="RpcException">INVALID_ARGUMENT: empty or too long.</exception>
    public static void CheckLength(string document)
    {
        var bytes = Encoding.UTF8.GetByteCount(document);
        if (bytes is > 0 and <= ModelBounds.MaxDocumentBytes) return;
        throw RpcErrors.InvalidArgument("document", string.Create(
            CultureInfo.InvariantCulture, $"A document has 1 to {ModelBounds.MaxDocumentBytes} bytes; this one has {bytes}."));
    }

    /// <summary>Reads a document that has to be valid.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT with everything that is wrong with it.</exception>
    public static ScoringModel Parse(string document)
    {
        CheckLength(document);
        var result = ModelDocument.Parse(document);
        return result.Model ?? throw RpcErrors.InvalidArguments(
            $"document: {Mistakes(result.Violations.Count)} wrong with it; ValidateModel lists all",
            result.Violations.Take(MaxViolationsInError).Select(violation => new BadRequest.Types.FieldViolation
            {
                Field = Cut(violation.Field.Length == 0 ? "document" : $"document.{violation.Field}"),
                Description = Cut(violation.Description),
            }));
    }

    private static string Mistakes(int count) => count == 1 ? "one thing is" : string.Create(CultureInfo.InvariantCulture, $"{count} things are");

    private static string Cut(string text) => text.Length <= MaxCharsInError ? text : $"{text.AsSpan(0, MaxCharsInError - 1)}\u2026";

    /// <exception cref="RpcException">INVALID_ARGUMENT.</exception>
    public static void CheckAuthor(string author) => Check("author", author, MaxAuthorBytes, isProse: false);

    /// <exception cref="RpcException">INVALID_ARGUMENT.</exception>
    public static void CheckReason(string reason) => Check("reason", reason, MaxReasonBytes, isProse: true);

    /// <exception cref="RpcException">INVALID_ARGUMENT: it cannot be the id of a model.</exception>
    public static void CheckId(string model)
    {
        if (!ScoringModel.IsId(model))
            throw RpcErrors.InvalidArgument("model", $"It is a lower-case name with dashes ([a-z][a-z0-9-]*) of at most {ModelBounds.MaxIdBytes} bytes.");
    }

    /// <exception cref="RpcException">INVALID_ARGUMENT. A title may be left out.</exception>
    public static void CheckTitle(string title)
    {
        if (title.Length > 0) Check("title", title, ModelBounds.MaxTitleBytes, isProse: false);
    }

    /// <exception cref="RpcException">INVALID_ARGUMENT: no model is named, or no version.</exception>
    public static void CheckNamed(string model, int version)
    {
        if (model.Length == 0) throw RpcErrors.InvalidArgument("model", "Name the model.");
        if (version < 1) throw RpcErrors.InvalidArgument("version", "Name the version; it is 1 or more.");
    }

    private static void Check(string field, string text, int maxBytes, bool isProse)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (string.IsNullOrWhiteSpace(text) || bytes > maxBytes)
            throw RpcErrors.InvalidArgument(field, string.Create(CultureInfo.InvariantCulture, $"It has 1 to {maxBytes} bytes, not all blank; this one has {bytes}."));
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && !(isProse && rune.Value is '\n' or '\t')))
                throw RpcErrors.InvalidArgument(field, string.Create(CultureInfo.InvariantCulture, $"It must not hold U+{rune.Value:X4}."));
        }
    }
}
