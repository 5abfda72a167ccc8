namespace FmeTyped.Generated;

/// <summary>A value with a text form, which is also its JSON.</summary>
/// <typeparam name="TSelf">The value's own type.</typeparam>
public interface IFmeText<TSelf>
    where TSelf : IFmeText<TSelf>
{
    /// <summary>Parses the value.</summary>
    /// <param name="text">The text; empty is blank.</param>
    /// <exception cref="FormatException">The text is not such a value. The message says what is expected.</exception>
    /// <returns>The value; null if the text means none, such as the mask of a secret.</returns>
    static abstract TSelf? FromText(string text);

    /// <summary>Whether the text is a JSON object. In JSON it is then written as that object and not as a text.</summary>
    static virtual bool IsJsonObject => false;

    /// <summary>The text of the value; empty for blank.</summary>
    string ToText();
}
