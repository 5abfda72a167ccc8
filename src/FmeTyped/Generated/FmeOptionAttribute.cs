namespace FmeTyped.Generated;

/// <summary>Says which value a suggested option sends, for the analyzers.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FmeOptionAttribute : Attribute
{
    /// <summary>Nothing is kept: the analyzers read the argument from the metadata.</summary>
    /// <param name="value">What is sent.</param>
    public FmeOptionAttribute(string value) => _ = value;
}
