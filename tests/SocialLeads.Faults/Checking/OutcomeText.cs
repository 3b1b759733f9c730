namespace SocialLeads.Faults.Checking;

/// <summary>An outcome as text that tells everything that is kept of it.</summary>
internal static class OutcomeText
{
    public static string Of(string member, int kind, string day, long amountThousandths) =>
        FormattableString.Invariant($"{member} kind {kind} on {day}, {amountThousandths} thousandths");
}
