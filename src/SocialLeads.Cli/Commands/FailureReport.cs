using System.CommandLine;
using Grpc.Core;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;

namespace SocialLeads.Cli.Commands;

/// <summary>Says on standard error what went wrong, and as what exit code.</summary>
internal static class FailureReport
{
    public static int WriteUsage(TextWriter error, ParseResult parsed)
    {
        foreach (var mistake in parsed.Errors)
            WriteLine(error, mistake.Message);
        var command = string.Concat(Names(parsed.CommandResult).Reverse());
        error.WriteLine($"Try 'socialleads{command} --help'.");
        return ExitCode.Usage;
    }

    public static int Write(TextWriter error, Exception failure, string server)
    {
        switch (failure)
        {
            case CliException known:
                WriteLine(error, known.Message);
                return known.ExitCode;
            case OperationCanceledException:
            case RpcException { StatusCode: StatusCode.Cancelled }:
                WriteLine(error, "interrupted");
                return ExitCode.Interrupted;
            case RpcException refusal:
                return WriteRefusal(error, refusal, server);
            case IOException or UnauthorizedAccessException:
                WriteLine(error, failure.Message);
                return ExitCode.Usage;
            default:
                WriteLine(error, $"a mistake of this program: {failure.GetType().Name}: {failure.Message}");
                return ExitCode.Refused;
        }
    }

    private static int WriteRefusal(TextWriter error, RpcException refusal, string server)
    {
        var (code, what) = refusal.StatusCode switch
        {
            StatusCode.Unavailable or StatusCode.DeadlineExceeded => (ExitCode.Unreachable, $"cannot reach {server}"),
            StatusCode.NotFound => (ExitCode.NotFound, "not found"),
            var status => (ExitCode.Refused, $"{server} refused ({status})"),
        };
        var (sentence, fields) = refusal.Reasons();
        WriteLine(error, $"{what}: {sentence}");
        foreach (var field in fields)
            error.WriteLine(Printable.Of($"  {field}"));
        return code;
    }

    private static void WriteLine(TextWriter error, string message) => error.WriteLine(Printable.Of($"socialleads: {message}"));

    private static IEnumerable<string> Names(System.CommandLine.Parsing.CommandResult command)
    {
        for (var at = command; at.Parent is System.CommandLine.Parsing.CommandResult parent; at = parent)
            yield return $" {at.Command.Name}";
    }
}
