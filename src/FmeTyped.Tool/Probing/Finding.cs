namespace FmeTyped.Tool.Probing;

/// <summary>What was found of one assumption.</summary>
/// <param name="Verdict">Whether it holds.</param>
/// <param name="Why">
/// What that rests on. It is made of our own words, status codes and counts only: what a server answered can hold names, and the report is for the public.
/// </param>
internal sealed record Finding(Verdict Verdict, string Why)
{
    public static Finding Holds(string why) => new(Verdict.Holds, why);

    public static Finding Fails(string why) => new(Verdict.DoesNotHold, why);

    public static Finding Unknown(string why) => new(Verdict.CannotTell, why);
}
