namespace SocialLeads.Server.Demo.Simulation;

/// <summary>What a member may do during a visit besides reading.</summary>
internal enum Act
{
    Post,
    Question,
    Answer,
    Comment,
    Connect,
    Refer,
    Forward,
    JoinGroup,
    LeaveGroup,
    UpdateProfile,
}
