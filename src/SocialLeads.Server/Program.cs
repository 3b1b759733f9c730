using System.CommandLine;
using SocialLeads.Server.Commands;

var root = new ServeCommand();
root.Add(new DemoCommand());
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
