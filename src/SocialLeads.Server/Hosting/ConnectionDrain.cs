using Microsoft.AspNetCore.Connections;

namespace SocialLeads.Server.Hosting;

/// <summary>
/// Hangs up on clients that are still there some time after the server was told to stop. One that never reads its answers
/// would else take up all the time that a stop may take, and none would be left to save in.
/// </summary>
internal sealed class ConnectionDrain(IHostApplicationLifetime lifetime, TimeProvider clock)
{
    /// <summary>What calls have to end by themselves.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>A connection middleware.</summary>
    public ConnectionDelegate Wrap(ConnectionDelegate next) => async connection =>
    {
        using var patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var told = lifetime.ApplicationStopping.Register(() => patience.CancelAfter(_patience));
        using var over = patience.Token.Register(
            () => connection.Abort(new ConnectionAbortedException("The server is stopping and the client's calls did not end.")));
        await next(connection);
    };
}
