namespace FmeTyped.Generated;

/// <summary>A value that is one text on the wire. JSON has it as that text too, wherever it stands.</summary>
/// <typeparam name="TSelf">The value's own type.</typeparam>
public interface IFmeText<TSelf>
    where TSelf : IFmeText<TSelf>
{
    /// <summary>Makes the value of its text.</summary>
    /// <param name="text">The text; empty is blank.</param>
    /// <exception cref="FormatException">The text is no such value. The message says what is expected.</exception>
    static abstract TSelf FromText(string text);

    /// <summary>The text of the value; empty for blank.</summary>
    string ToText();
}
