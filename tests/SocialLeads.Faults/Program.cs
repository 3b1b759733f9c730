using System.CommandLine;
using SocialLeads.Faults.Commands;

var root = new RootCommand("Breaks a running SocialLeads server in the ways that operations know, and checks what it answers afterwards.")
{
    new KillCommand(),
};
return await root.Parse(args).InvokeAsync();
