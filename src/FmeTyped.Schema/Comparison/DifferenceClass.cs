namespace FmeTyped.Schema.Comparison;

/// <summary>What a difference means for C# callers, from harmless to severe.</summary>
internal enum DifferenceClass
{
    /// <summary>Only what people read differs.</summary>
    Cosmetic,

    /// <summary>Something was added, and everything else is unchanged.</summary>
    Additive,

    /// <summary>Calls stay the same, but do something else.</summary>
    Behaviour,

    /// <summary>Calls stop compiling, are refused, or have a different meaning than their author intended.</summary>
    Breaking,
}
