using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>What learning is at: a line on standard error, when that is a terminal.</summary>
internal static class LearnedStatus
{
    public static async Task ShowAsync(CliHost host, Func<Action<V1.LearnProgress>, Task> learning)
    {
        if (!host.ErrorIsTerminal)
        {
            await learning(_ => { });
            return;
        }

        await Consoles.ForError(host).Status().StartAsync("asking", status => learning(progress => status.Status = TextOf(progress)));
    }

    private static string TextOf(V1.LearnProgress progress) => progress.Stage switch
    {
        LearnStage.Reading => $"reading members with outcomes: {Figures.Count(progress.MembersRead)}",
        LearnStage.LearningFromOlder => $"learning from the older outcomes of {Figures.Count(progress.MembersRead)} members",
        LearnStage.Judging => "judging on the newest fifth",
        _ => $"learning from all {Figures.Count(progress.MembersRead)} members",
    };
}
