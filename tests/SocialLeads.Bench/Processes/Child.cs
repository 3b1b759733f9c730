using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace SocialLeads.Bench.Processes;

/// <summary>A process of ours that speaks in lines. Killed when it is disposed.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _name;
    private readonly List<string> _errors = [];
    private readonly TaskCompletionSource _errorsEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private Child(string name, Process process)
    {
        (_name, _process) = (name, process);
        process.ErrorDataReceived += (_, said) => NoteError(said.Data);
        process.OutputDataReceived += (_, said) => Note(said.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>Starts a .NET program that lies beside this one, or this program itself.</summary>
    public static Child StartBeside(string name, string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        return Start(name, dotnet, [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments], environment);
    }

    public static Child Start(string name, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
        return new Child(name, Process.Start(start)!);
    }

    /// <summary>Processor time it has used, of all its threads.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The next line it says.</summary>
    /// <exception cref="InvalidOperationException">It has ended; the message holds what it said last.</exception>
    public async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        if (await _lines.Reader.WaitToReadAsync(cancellationToken)) return await _lines.Reader.ReadAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        await _errorsEnded.Task.WaitAsync(cancellationToken);
        lock (_errors)
            throw new InvalidOperationException($"{_name} ended with {_process.ExitCode}: {string.Join('\n', _errors.TakeLast(20))}");
    }

    public async Task WriteLineAsync(string line, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
    }

    /// <summary>SIGTERM: it finishes what is under way, and saves.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>SIGKILL: it has no time to finish or save anything.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    /// <summary>What it has said and nobody read.</summary>
    public IEnumerable<string> Unread()
    {
        while (_lines.Reader.TryRead(out var line)) yield return line;
    }

    private void Note(string? line)
    {
        // Read as it comes, so that a process which says much is never held up by a full pipe.
        if (line is null) _lines.Writer.TryComplete();
        else _lines.Writer.TryWrite(line);
    }

    private void NoteError(string? line)
    {
        if (line is null)
        {
            _errorsEnded.TrySetResult();
            return;
        }

        lock (_errors) _errors.Add(line);
    }
}
