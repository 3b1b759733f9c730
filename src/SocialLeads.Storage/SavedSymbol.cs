namespace SocialLeads.Storage;

/// <summary>A text that a partition's saved states name by number. The text of an id never changes.</summary>
public readonly record struct SavedSymbol(int Id, string Text);
