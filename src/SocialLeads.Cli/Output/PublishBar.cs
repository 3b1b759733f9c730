using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>How far a version that was published has come: a bar on standard error, when that is a terminal.</summary>
internal static class PublishBar
{
    public static async Task<Model> ShowAsync(CliHost host, Func<Action<Model>, Task<Model>> wait)
    {
        if (!host.ErrorIsTerminal)
            return await wait(_ => { });

        return await Consoles.ForError(host).Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("scoring everybody", maxValue: 1);
                return wait(model =>
                {
                    // How many are scored is not told.
                    var counted = model.FilterCounts is null or { Complete: true };
                    bar.Description = counted ? "scoring everybody" : "counting texts";
                    bar.IsIndeterminate = counted && model.ReadyTime is null;
                    bar.Value = model.FilterCounts is { Complete: false } counts ? ModelWords.ShareOf(counts) : 1;
                });
            });
    }
}
