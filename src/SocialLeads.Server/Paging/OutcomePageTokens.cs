using System.Buffers.Text;
using Google.Protobuf;
using SocialLeads.Grains.Outcomes;
using SocialLeads.Server.Requests;

namespace SocialLeads.Server.Paging;

/// <summary>Page tokens of the recorded outcomes: a place in their order, good for as long as they are asked for in the same way.</summary>
internal static class OutcomePageTokens
{
    private const int LongestToken = 4096;

    public static string Write(string tenant, OutcomeQuestion question, OutcomePosition after)
    {
        var token = ListOf(tenant, question);
        token.Partition = after.Partition;
        (token.Member, token.Key) = after.Place is { } place ? (place.Member, place.Key) : ("", 0);
        return Base64Url.EncodeToString(token.ToByteArray());
    }

    /// <summary>The place that the page follows.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: not a token, or of another list.</exception>
    public static OutcomePosition Read(string tenant, OutcomeQuestion question, string text)
    {
        var token = Parse(text);
        var (list, asked) = (token.Clone(), ListOf(tenant, question));
        (list.Partition, list.Member, list.Key) = (0, "", 0);
        if (!list.Equals(asked))
            throw RpcErrors.InvalidArgument("page_token", "The token is of a list with another tenant, member, day or kind.");
        return new OutcomePosition(token.Partition, token.Member.Length > 0 ? new OutcomePlace(token.Member, token.Key) : null);
    }

    private static OutcomePageToken ListOf(string tenant, OutcomeQuestion question) => new()
    {
        Tenant = tenant,
        OfMember = question.Member,
        FromDay = question.FromDay,
        ToDay = question.ToDay,
        Kinds = { question.Kinds.Select(kind => (int)kind) },
    };

    private static OutcomePageToken Parse(string text)
    {
        try
        {
            if (text.Length <= LongestToken && OutcomePageToken.Parser.ParseFrom(Base64Url.DecodeFromChars(text)) is { Partition: >= 0 } token)
                return token;
        }
        catch (Exception reason) when (reason is FormatException or InvalidProtocolBufferException)
        {
            // Falls through to the one answer for everything that is not a token.
        }

        throw RpcErrors.InvalidArgument("page_token", "This is not a token that ListOutcomes gave.");
    }
}
