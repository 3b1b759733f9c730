namespace SocialLeads.Server.Demo.Simulation;

/// <summary>
/// The habits of the simulated community. The figures are guesses at how such people behave; they know nothing of
/// any scoring model, and nothing here may be changed to flatter one.
/// </summary>
internal static class Habits
{
    private static readonly Mix _anyDepartment = new(
        ("customer-service", 40), ("engineering", 18), ("sales", 14), ("product-management", 14), ("finance", 7),
        ("human-resources", 7));

    private static readonly Mix _anyGroup = new(
        ("best-practices", 25), ("off-topic", 18), ("introductions", 14), ("product", 14), ("events", 12),
        ("integration", 9), ("careers", 5), ("evaluation", 3));

    private static readonly Mix _anyTopic = new(
        ("maintenance", 20), ("sensors", 13), ("tutorial", 13), ("off-topic", 12), ("product", 9), ("events", 8),
        ("case-study", 6), ("introductions", 5), ("integration", 4), ("careers", 3), ("security", 2), ("onboarding", 2),
        ("roadmap", 2), ("pricing", 1));

    public static readonly Habit Browsing = new()
    {
        VisitsPerWeek = 700,
        FurtherPages = 2_600,
        LongestDwell = 100,
        Acts =
        [
            (Act.Post, 8), (Act.Question, 8), (Act.Answer, 8), (Act.Comment, 40), (Act.Connect, 35), (Act.Refer, 3),
            (Act.Forward, 12), (Act.JoinGroup, 18), (Act.LeaveGroup, 4), (Act.UpdateProfile, 8),
        ],
        Topics = _anyTopic,
        Groups = _anyGroup,
        EmployeePeers = 200,
        Departments = _anyDepartment,
        ColleagueReferrals = 250,
    };

    public static readonly Habit Shopping = new()
    {
        VisitsPerWeek = 3_200,
        FurtherPages = 4_500,
        LongestDwell = 190,
        Acts =
        [
            (Act.Post, 14), (Act.Question, 75), (Act.Answer, 8), (Act.Comment, 45), (Act.Connect, 90), (Act.Refer, 25),
            (Act.Forward, 60), (Act.JoinGroup, 55), (Act.LeaveGroup, 4), (Act.UpdateProfile, 35),
        ],
        Topics = new Mix(
            ("product", 26), ("pricing", 16), ("integration", 14), ("case-study", 9), ("security", 8), ("maintenance", 8),
            ("sensors", 5), ("onboarding", 4), ("roadmap", 4), ("tutorial", 3), ("events", 2), ("off-topic", 1)),
        Groups = new Mix(
            ("product", 30), ("evaluation", 24), ("integration", 20), ("best-practices", 16), ("events", 6), ("off-topic", 4)),
        EmployeePeers = 450,
        Departments = new Mix(
            ("product-management", 32), ("sales", 26), ("engineering", 18), ("customer-service", 18), ("finance", 6)),
        ColleagueReferrals = 650,
    };

    public static readonly Habit Talking = new()
    {
        VisitsPerWeek = 5_000,
        FurtherPages = 3_000,
        LongestDwell = 110,
        Acts =
        [
            (Act.Post, 250), (Act.Question, 50), (Act.Answer, 200), (Act.Comment, 700), (Act.Connect, 120), (Act.Refer, 8),
            (Act.Forward, 40), (Act.JoinGroup, 25), (Act.LeaveGroup, 6), (Act.UpdateProfile, 12),
        ],
        Topics = new Mix(
            ("off-topic", 26), ("maintenance", 20), ("sensors", 10), ("events", 9), ("product", 9), ("tutorial", 8),
            ("introductions", 8), ("roadmap", 5), ("case-study", 3), ("pricing", 2)),
        Groups = new Mix(
            ("off-topic", 34), ("best-practices", 26), ("introductions", 14), ("events", 12), ("product", 10), ("integration", 4)),
        EmployeePeers = 180,
        Departments = _anyDepartment,
        ColleagueReferrals = 150,
    };

    public static readonly Habit UsingTheProduct = new()
    {
        VisitsPerWeek = 1_400,
        FurtherPages = 3_200,
        LongestDwell = 150,
        Acts =
        [
            (Act.Post, 15), (Act.Question, 60), (Act.Answer, 50), (Act.Comment, 80), (Act.Connect, 50), (Act.Refer, 8),
            (Act.Forward, 20), (Act.JoinGroup, 20), (Act.LeaveGroup, 4), (Act.UpdateProfile, 8),
        ],
        Topics = new Mix(
            ("product", 22), ("tutorial", 17), ("integration", 15), ("sensors", 13), ("maintenance", 12), ("roadmap", 8),
            ("security", 5), ("onboarding", 4), ("off-topic", 3), ("pricing", 1)),
        Groups = new Mix(
            ("product", 34), ("integration", 24), ("best-practices", 22), ("events", 10), ("off-topic", 10)),
        EmployeePeers = 400,
        Departments = new Mix(
            ("customer-service", 60), ("engineering", 18), ("product-management", 12), ("finance", 6), ("sales", 4)),
        ColleagueReferrals = 450,
    };

    public static readonly Habit Working = new()
    {
        VisitsPerWeek = 4_500,
        FurtherPages = 2_800,
        LongestDwell = 120,
        Acts =
        [
            (Act.Post, 70), (Act.Question, 10), (Act.Answer, 350), (Act.Comment, 220), (Act.Connect, 140), (Act.Refer, 3),
            (Act.Forward, 30), (Act.JoinGroup, 30), (Act.LeaveGroup, 2), (Act.UpdateProfile, 6),
        ],
        Topics = new Mix(
            ("product", 24), ("integration", 14), ("tutorial", 14), ("onboarding", 11), ("roadmap", 10), ("security", 8),
            ("events", 7), ("pricing", 5), ("case-study", 5), ("off-topic", 2)),
        Groups = new Mix(
            ("product", 34), ("integration", 20), ("evaluation", 12), ("best-practices", 14), ("events", 12), ("careers", 8)),
        EmployeePeers = 300,
        Departments = _anyDepartment,
        ColleagueReferrals = 300,
    };

    public static readonly Habit SeekingWork = new()
    {
        VisitsPerWeek = 2_600,
        FurtherPages = 3_400,
        LongestDwell = 130,
        Acts =
        [
            (Act.Post, 20), (Act.Question, 30), (Act.Answer, 40), (Act.Comment, 90), (Act.Connect, 330), (Act.Refer, 2),
            (Act.Forward, 8), (Act.JoinGroup, 35), (Act.LeaveGroup, 4), (Act.UpdateProfile, 90),
        ],
        Topics = new Mix(
            ("careers", 40), ("product", 14), ("events", 12), ("roadmap", 8), ("case-study", 8), ("maintenance", 8),
            ("introductions", 6), ("tutorial", 4)),
        Groups = new Mix(("careers", 50), ("events", 18), ("introductions", 16), ("product", 16)),
        EmployeePeers = 750,
        Departments = new Mix(
            ("human-resources", 48), ("engineering", 26), ("product-management", 14), ("customer-service", 12)),
        ColleagueReferrals = 50,
    };

    /// <summary>The frame of mind a member of this intent is in while nothing special is going on.</summary>
    public static Habit Usual(Intent intent) => intent switch
    {
        Intent.Talker => Talking,
        Intent.Customer => UsingTheProduct,
        Intent.Employee => Working,
        Intent.JobSeeker => SeekingWork,
        _ => Browsing,
    };
}
