using System.Text.Json;

namespace FmeTyped.Metadata;

/// <summary>One option of a published parameter.</summary>
public sealed class FmeChoice
{
    /// <summary>Creates an option. Called by generated code.</summary>
    /// <param name="value">What is sent.</param>
    /// <param name="caption">The text shown to users.</param>
    /// <param name="number">The number of the enum member that represents this option; 0 if none does.</param>
    public FmeChoice(string value, string caption, int number = 0)
    {
        Value = value ?? throw new ArgumentNullException(nameof(value));
        Caption = caption ?? throw new ArgumentNullException(nameof(caption));
        Number = number;
        EncodedValue = JsonEncodedText.Encode(Value);
    }

    /// <summary>What is sent.</summary>
    public string Value { get; }

    /// <summary>The text shown to users. Captions of one parameter need not be unique.</summary>
    public string Caption { get; }

    /// <summary>
    /// The number of the enum member that represents this option. It depends only on the value, so a compiled caller keeps
    /// its meaning when options are added; 0 if no enum member represents the option.
    /// </summary>
    public int Number { get; }

    // Made at once and not on demand: all calls share it, and a struct of two words that changes can be read half.
    internal JsonEncodedText EncodedValue { get; }
}
