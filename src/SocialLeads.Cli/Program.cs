using SocialLeads.Cli;
using SocialLeads.Cli.Commands;

return await CommandLine.RunAsync(args, CliHost.FromConsole(), CancellationToken.None);
