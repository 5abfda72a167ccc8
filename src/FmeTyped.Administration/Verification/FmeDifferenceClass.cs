namespace FmeTyped;

/// <summary>What a difference means for the code, from harmless to severe, followed by unknown.</summary>
public enum FmeDifferenceClass
{
    /// <summary>Only texts for people differ.</summary>
    Cosmetic = 1,

    /// <summary>Something was added; everything else is unchanged.</summary>
    Additive = 2,

    /// <summary>Requests are still valid, but have another effect.</summary>
    Behaviour = 3,

    /// <summary>Requests are refused, or have another meaning than intended.</summary>
    Breaking = 4,

    /// <summary>The server's response cannot be read, so it is not known what differs.</summary>
    Unknown = 5,
}
