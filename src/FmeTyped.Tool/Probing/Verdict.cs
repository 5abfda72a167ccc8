namespace FmeTyped.Tool.Probing;

/// <summary>The verdict on an assumption.</summary>
internal enum Verdict
{
    Holds,
    DoesNotHold,
    CannotTell,
}
