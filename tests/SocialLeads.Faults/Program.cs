using System.CommandLine;
using SocialLeads.Faults.Commands;
using SocialLeads.Faults.Damage;
using SocialLeads.Faults.Failovers;
using SocialLeads.Faults.Outages;
using SocialLeads.Faults.Stores;

var root = new RootCommand("Breaks a running SocialLeads server in the ways that operations know, and checks what it answers afterwards.")
{
    new KillCommand(),
    new FaultCommand("damaged-row", "Flips a bit in a row of the log while the server is down.", null, DamagedRow.RunAsync),
    new FaultCommand("full-disk", "Fills the disk under the server and makes room again.", StoreKind.Sqlite, FullDisk.RunAsync),
    new FaultCommand("stopped-database", "Crashes PostgreSQL under the server and starts it again.", StoreKind.Postgres, StoppedDatabase.RunAsync),
    new OverloadCommand(),
    new FailoverCommand(),
    new FaultCommand("paused-node", "Stops one of two nodes until the other has its partitions, and lets it go on.", StoreKind.Postgres, PausedNode.RunAsync),
};
return await root.Parse(args).InvokeAsync();
