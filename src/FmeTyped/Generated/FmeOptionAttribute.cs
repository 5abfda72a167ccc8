namespace FmeTyped.Generated;

/// <summary>Tells the analyzers which value a suggested option sends.</summary>
/// <param name="value">What is sent.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FmeOptionAttribute(string value) : Attribute
{
    /// <summary>What is sent.</summary>
    public string Value { get; } = value;
}
