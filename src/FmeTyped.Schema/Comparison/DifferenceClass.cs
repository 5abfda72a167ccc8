namespace FmeTyped.Schema.Comparison;

/// <summary>What a difference means for C# callers, from harmless to grave.</summary>
internal enum DifferenceClass
{
    /// <summary>Only what people read differs.</summary>
    Cosmetic,

    /// <summary>There is more than before, and what was there stays.</summary>
    Additive,

    /// <summary>Calls stay as they are, and do something else.</summary>
    Behaviour,

    /// <summary>Calls stop compiling, or are refused, or mean something else than their author wrote.</summary>
    Breaking,
}
