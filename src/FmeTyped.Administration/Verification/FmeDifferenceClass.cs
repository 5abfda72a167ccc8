namespace FmeTyped;

/// <summary>What a difference means for the code, from harmless to severe; last what is not known.</summary>
public enum FmeDifferenceClass
{
    /// <summary>Only what people read differs.</summary>
    Cosmetic = 1,

    /// <summary>There is more than before, and what was there stays.</summary>
    Additive = 2,

    /// <summary>Requests stay as they are, and do something else.</summary>
    Behaviour = 3,

    /// <summary>Requests are refused, or mean something else than their author wrote.</summary>
    Breaking = 4,

    /// <summary>What the server says cannot be read, so it is not known what differs.</summary>
    Unknown = 5,
}
