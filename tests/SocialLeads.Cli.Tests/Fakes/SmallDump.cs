using SocialLeads.Cli.Import;
using SocialLeads.Cli.Import.StackExchange;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Fakes;

/// <summary>A Stack Exchange dump of a few rows. Members are 1, 2 and 3 unless told otherwise.</summary>
internal sealed class SmallDump : IDisposable
{
    public const string ThreeUsers =
        """
        <row Id="-1" CreationDate="2018-03-01T00:00:00.000" LastAccessDate="2018-03-01T00:00:00.000" />
        <row Id="1" CreationDate="2018-03-09T19:11:00.057" LastAccessDate="2018-05-10T17:31:31.147" />
        <row Id="2" CreationDate="2018-03-09T20:04:34.190" LastAccessDate="2018-07-31T19:33:26.233" />
        <row Id="3" CreationDate="2018-03-09T20:07:12.457" LastAccessDate="2018-09-01T23:41:17.040" />
        """;

    /// <summary>Question 10 by member 1 with two tags, answer 11 to it by member 2.</summary>
    public const string QuestionAndAnswer =
        """
        <row Id="10" PostTypeId="1" CreationDate="2018-03-12T17:00:45.567" OwnerUserId="1" Title="Why?" Body="&lt;p&gt;Tell me&lt;/p&gt;" Tags="&lt;gates&gt;&lt;noise&gt;" />
        <row Id="11" PostTypeId="2" ParentId="10" CreationDate="2018-03-13T08:00:00.000" OwnerUserId="2" Body="So." />
        """;

    private readonly TemporaryFolder _folder = new();

    public SmallDump(
        string users = ThreeUsers, string posts = QuestionAndAnswer, string comments = "", string votes = "", string badges = "")
    {
        Write("Users", users);
        Write("Posts", posts);
        Write("Comments", comments);
        Write("Votes", votes);
        Write("Badges", badges);
    }

    public string Path => _folder.Path;

    public ImportTally Tally { get; } = new();

    public static string Table(string name, string rows) =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{name.ToLowerInvariant()}>\n{rows}\n</{name.ToLowerInvariant()}>";

    /// <summary>Overwrites a file as it is, XML or not.</summary>
    public void WriteRaw(string file, string content) => _folder.Write(file, content);

    public async Task<IReadOnlyList<ImportedActivity>> ReadAsync() =>
        await new StackExchangeSource(DumpFolder.Open(Path), Tally)
            .ReadAsync(TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>The activities of one kind.</summary>
    public async Task<IReadOnlyList<Activity>> ReadAsync(string kind) =>
        [.. (await ReadAsync()).Select(activity => activity.Activity).Where(activity => activity.Kind == kind)];

    /// <summary>How many were not mapped, and why, in one table.</summary>
    public IEnumerable<(string Reason, long Count)> Skipped(string file) =>
        Tally.Skipped.Where(skipped => skipped.Source == file).Select(skipped => (skipped.Name, skipped.Count));

    public void Dispose() => _folder.Dispose();

    private void Write(string name, string rows) => _folder.Write($"{name}.xml", Table(name, rows));
}
