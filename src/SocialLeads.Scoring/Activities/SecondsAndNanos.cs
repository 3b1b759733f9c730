namespace SocialLeads.Scoring.Activities;

/// <summary>A time since 1970-01-01 UTC or a span, as the wire gives it: not checked.</summary>
/// <param name="Seconds">Whole seconds; of any value.</param>
/// <param name="Nanos">Billionths of a second; of any value.</param>
public readonly record struct SecondsAndNanos(long Seconds, int Nanos);
