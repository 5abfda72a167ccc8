namespace FmeTyped;

/// <summary>
/// A parameter left blank on purpose: an empty value is sent, whereas for an unset parameter the server's default would apply. Assign
/// <see cref="Value"/>.
/// </summary>
public readonly struct FmeBlank
{
    /// <summary>Blank, for any parameter that may be blank.</summary>
    public static FmeBlank Value => default;

    /// <summary>Blank text is the empty string.</summary>
    /// <param name="blank">Blank.</param>
    public static implicit operator string(FmeBlank blank) => "";
}
