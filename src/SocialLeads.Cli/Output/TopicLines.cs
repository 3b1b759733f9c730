using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>What a member was busy with, a line for each tag.</summary>
internal static class TopicLines
{
    private const int BarWidth = 16;

    public static void Write(IAnsiConsole console, GetTopicsResponse topics)
    {
        if (topics.Topics.Count == 0)
        {
            console.WriteLine($"topics of the last {topics.Days} days: none");
            return;
        }

        console.WriteLine($"topics of the last {topics.Days} days");
        var table = new Table().Border(TableBorder.None).HideHeaders()
            .AddColumn(new TableColumn(""))
            .AddColumn(new TableColumn("").RightAligned().NoWrap())
            .AddColumn(new TableColumn("").Width(BarWidth).NoWrap())
            .AddColumn(new TableColumn("").NoWrap());
        var most = topics.Topics.Max(topic => topic.Count);
        foreach (var topic in topics.Topics)
        {
            table.AddRow(
                new Text("  " + Printable.Of(topic.Tag)),
                new Text(Figures.Count(topic.Count)),
                new Text(Bar.Of((double)topic.Count / most, BarWidth), new Style(Color.Blue)),
                new Text($"last on {topic.LatestDay}"));
        }

        console.Write(table);
    }
}
