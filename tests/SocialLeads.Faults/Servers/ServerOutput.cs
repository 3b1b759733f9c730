using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace SocialLeads.Faults.Servers;

/// <summary>What a server prints, kept in a file, which several processes of one run share one after the other.</summary>
internal sealed class ServerOutput : IAsyncDisposable
{
    private const int TailLines = 20;

    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly Channel<string> _arriving = Channel.CreateUnbounded<string>();
    private readonly StreamWriter _file;
    private readonly Task _reading;

    public ServerOutput(Process process, string file)
    {
        File = file;
        _file = new StreamWriter(file, append: true);
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
        _ = _reading.ContinueWith(_ => _arriving.Writer.Complete(), TaskScheduler.Default);
    }

    /// <summary>Where the lines are added.</summary>
    public string File { get; }

    /// <summary>The last lines, for a message.</summary>
    public string Tail
    {
        get { lock (_lock) return string.Join('\n', _lines.TakeLast(TailLines)); }
    }

    /// <summary>The first line that matches; null when the process ends without one. To be asked once.</summary>
    public async Task<Match?> FirstMatchAsync(Regex pattern)
    {
        await foreach (var line in _arriving.Reader.ReadAllAsync())
        {
            if (pattern.Match(line) is { Success: true } match) return match;
        }

        return null;
    }

    public IReadOnlyList<string> LinesWith(string text)
    {
        lock (_lock) return [.. _lines.Where(line => line.Contains(text, StringComparison.Ordinal))];
    }

    /// <summary>Reads to the end of the output of a process that has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await _reading;
        await _file.DisposeAsync();
    }

    private async Task ReadAsync(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (_lock)
            {
                _lines.Add(line);
                _file.WriteLine(line);
            }

            _arriving.Writer.TryWrite(line);
        }
    }
}
