namespace FmeTyped.Tool.Probing;

/// <summary>The finding for one assumption.</summary>
/// <param name="Verdict">Whether it holds.</param>
/// <param name="Why">
/// The evidence. It contains only our own words, status codes and counts: a server's response can contain names, and the report is public.
/// </param>
internal sealed record Finding(Verdict Verdict, string Why)
{
    public static Finding Holds(string why) => new(Verdict.Holds, why);

    public static Finding Fails(string why) => new(Verdict.DoesNotHold, why);

    public static Finding Unknown(string why) => new(Verdict.CannotTell, why);
}
