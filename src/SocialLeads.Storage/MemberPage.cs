namespace SocialLeads.Storage;

/// <summary>Some members' states, and the name after which the next page begins.</summary>
internal readonly record struct MemberPage(IReadOnlyList<SavedMember> Members, byte[] LastMember);
