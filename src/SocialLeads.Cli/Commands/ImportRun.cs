using System.CommandLine;
using SocialLeads.Cli.Import;
using SocialLeads.Cli.Import.Sending;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;

namespace SocialLeads.Cli.Commands;

/// <summary>One import from the first activity to the report.</summary>
internal sealed class ImportRun : IDisposable
{
    private readonly CliHost _host;
    private readonly ImportNotes _notes;
    private readonly RejectsFile? _rejectsFile;
    private readonly ImportJson? _json;
    private readonly int? _shuffle;
    private readonly string _repeat;

    private ImportRun(CliHost host, bool json, RejectsFile? rejectsFile, int? shuffle, string repeat)
    {
        _host = host;
        _notes = new ImportNotes(Consoles.ForError(host));
        _rejectsFile = rejectsFile;
        _json = json ? new ImportJson(host.Output) : null;
        _shuffle = shuffle;
        _repeat = repeat;
        Rejects = new RejectsTo(new IRejects?[] { _notes, _rejectsFile, _json });
    }

    public ImportTally Tally { get; } = new();

    public IRejects Rejects { get; }

    /// <exception cref="CliException">The file for rejects cannot be written.</exception>
    public static ImportRun Start(CliHost host, GlobalOptions globals, ImportOptions options, ParseResult parsed) => new(
        host,
        globals.Json(parsed),
        parsed.GetValue(options.Rejects) is { } file ? RejectsFile.Create(file) : null,
        parsed.GetValue(options.Shuffle),
        globals.Repeat(parsed));

    /// <summary>Sends everything and reports, also on what was sent before a failure.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> SendAsync(ServerConnection server, IActivitySource source, CancellationToken cancellationToken)
    {
        var sender = new ActivitySender(server.Activities, server.Headers, new SendOptions(), _host.Time)
        {
            OnRetry = (failure, pause) => _notes.Retry(failure, pause),
        };
        var started = _host.Time.GetTimestamp();
        var complete = false;
        try
        {
            await ImportProgress.ShowAsync(_host, source, sender.Totals, () => SendAsync(sender, source, cancellationToken));
            complete = true;
        }
        finally
        {
            Report(new ImportReport(Tally, sender.Totals, _host.Time.GetElapsedTime(started), complete, _repeat));
        }

        return sender.Totals.Rejected + Tally.BadLines == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    public void Dispose() => _rejectsFile?.Dispose();

    private async Task SendAsync(ActivitySender sender, IActivitySource source, CancellationToken cancellationToken)
    {
        var activities = source.ReadAsync(cancellationToken);
        if (_shuffle is { } seed)
        {
            _notes.Add("--shuffle: all activities are held in memory before the first is sent");
            activities = Shuffle.InRandomOrder(activities, seed, cancellationToken);
        }

        await sender.SendAsync(activities, Rejects, cancellationToken);
    }

    private void Report(ImportReport report)
    {
        if (_json is not null)
            _json.Write(report);
        else if (report.Complete || report.Totals.Sent > 0)
            ImportText.Write(_host.Output, report);
    }
}
