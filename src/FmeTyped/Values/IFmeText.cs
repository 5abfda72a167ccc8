namespace FmeTyped.Generated;

/// <summary>A value with a text form, which stands for it in JSON too.</summary>
/// <typeparam name="TSelf">The value's own type.</typeparam>
public interface IFmeText<TSelf>
    where TSelf : IFmeText<TSelf>
{
    /// <summary>Makes the value of its text.</summary>
    /// <param name="text">The text; empty is blank.</param>
    /// <exception cref="FormatException">The text is no such value. The message says what is expected.</exception>
    /// <returns>The value; null where the text stands for none, such as the mask of a secret.</returns>
    static abstract TSelf? FromText(string text);

    /// <summary>Whether the text is a JSON object. JSON then has it as that object and not as a text.</summary>
    static virtual bool IsJsonObject => false;

    /// <summary>The text of the value; empty for blank.</summary>
    string ToText();
}
