using SocialLeads.Server.Requests;

namespace SocialLeads.Server.Paging;

/// <summary>How many rows a page of a ranked list has.</summary>
internal static class PageSizes
{
    private const int Default = 50;
    private const int Largest = 1_000;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: it is negative.</exception>
    public static int Of(int asked) => asked switch
    {
        < 0 => throw RpcErrors.InvalidArgument("page_size", "A page size is 0 (for 50) or more."),
        0 => Default,
        _ => Math.Min(asked, Largest),
    };
}
