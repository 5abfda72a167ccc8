using System.Text.Json;

namespace FmeTyped.Metadata;

/// <summary>One option of a published parameter.</summary>
public sealed class FmeChoice
{
    private JsonEncodedText? _encodedValue;

    /// <summary>One option. Called by generated code.</summary>
    /// <param name="value">What is sent.</param>
    /// <param name="caption">What a person reads.</param>
    /// <param name="number">The number of the enum member that stands for this option; 0 where none does.</param>
    public FmeChoice(string value, string caption, int number = 0)
    {
        Value = value ?? throw new ArgumentNullException(nameof(value));
        Caption = caption ?? throw new ArgumentNullException(nameof(caption));
        Number = number;
    }

    /// <summary>What is sent.</summary>
    public string Value { get; }

    /// <summary>What a person reads. Captions of one parameter need not differ.</summary>
    public string Caption { get; }

    /// <summary>
    /// The number of the enum member that stands for this option. It depends on the value alone, so that a compiled caller keeps
    /// its meaning when options are added; 0 where no enum member stands for the option.
    /// </summary>
    public int Number { get; }

    internal JsonEncodedText EncodedValue => _encodedValue ??= JsonEncodedText.Encode(Value);
}
