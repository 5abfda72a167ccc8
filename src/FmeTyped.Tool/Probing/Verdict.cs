namespace FmeTyped.Tool.Probing;

/// <summary>What a server says of an assumption.</summary>
internal enum Verdict
{
    Holds,
    DoesNotHold,
    CannotTell,
}
