using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SocialLeads.TestSupport;

/// <summary>Ports of the loopback address that nobody listens on, for what cannot be told to choose one itself.</summary>
public static class FreePort
{
    // Systems give those who ask for any port one above these, so that nobody gets one of them by chance before it is used.
    private const int First = 10_240;
    private const int Last = 32_767;
    private const int Attempts = 1000;

    private static readonly ConcurrentDictionary<int, bool> _taken = [];

    /// <summary>A port that was free a moment ago, chosen at random; never the same one again in this process.</summary>
    /// <exception cref="InvalidOperationException">No free port was found.</exception>
    public static int Take()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var port = Random.Shared.Next(First, Last + 1);
            if (IsFree(port) && _taken.TryAdd(port, true)) return port;
        }

        throw new InvalidOperationException($"None of {Attempts} ports was free.");
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}
