using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FmeTyped.Metadata;

/// <summary>Describes one published parameter. Created by generated code; immutable.</summary>
public sealed class FmeParameterDescriptor
{
    private readonly IReadOnlyList<FmeChoice> _choices = [];
    private List<FmeChoice> _choicesByNumber = [];

    /// <summary>Creates a descriptor. Called by generated code.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="kind">The kind of its value.</param>
    public FmeParameterDescriptor(string name, FmeParameterKind kind)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Kind = kind;
        EncodedName = JsonEncodedText.Encode(Name);
    }

    /// <summary>The name on the wire, such as <c>THEMES</c>.</summary>
    public string Name { get; }

    /// <summary>The kind of the parameter's value.</summary>
    public FmeParameterKind Kind { get; }

    /// <summary>Whether the parameter takes several values.</summary>
    public bool IsList { get; init; }

    /// <summary>The prompt shown to users, such as <c>Layers to Download:</c>.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>The prompt of the parameter's group; empty if it is in none.</summary>
    public string Group { get; init; } = "";

    /// <summary>When the parameter is visible; null for always. The value of an invisible parameter is never an error.</summary>
    public FmeVisibility? Visibility { get; init; }

    /// <summary>Whether the parameter may be blank. FME calls such a parameter optional.</summary>
    public bool IsOptional { get; init; }

    /// <summary>
    /// Whether a request must set the parameter while it is visible: it is not optional, the workspace has no default for it, and
    /// the server does not supply it.
    /// </summary>
    public bool MustBeSet { get; init; }

    /// <summary>The workspace's default, which applies when the parameter is not sent; null if there is none.</summary>
    public FmeParameterValue? Default { get; init; }

    /// <summary>Whether there is a default that is not known because it is a secret.</summary>
    public bool DefaultIsWithheld { get; init; }

    /// <summary>Whether a value applies when the parameter is not sent. A blank default does not count.</summary>
    public bool HasDefault => DefaultIsWithheld || Default is { IsBlank: false };

    /// <summary>Whether the parameter is a file or folder that the workspace writes. The server supplies it when it is not sent.</summary>
    public bool IsDestination { get; init; }

    /// <summary>The options: all of them for a choice, suggestions for an open choice.</summary>
    public IReadOnlyList<FmeChoice> Choices
    {
        get => _choices;
        init
        {
            _choices = value ?? throw new ArgumentNullException(nameof(value));
            _choicesByNumber = new(value);
            _choicesByNumber.Sort(static (left, right) => left.Number.CompareTo(right.Number));
        }
    }

    /// <summary>The enum whose members represent <see cref="Choices"/>; null if there is none.</summary>
    public Type? OptionType { get; init; }

    /// <summary>The minimum of a number; null for none.</summary>
    public double? Minimum { get; init; }

    /// <summary>The maximum of a number; null for none.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether <see cref="Minimum"/> itself is not allowed.</summary>
    public bool MinimumIsExclusive { get; init; }

    /// <summary>Whether <see cref="Maximum"/> itself is not allowed.</summary>
    public bool MaximumIsExclusive { get; init; }

    /// <summary>The maximum number of decimal places; null for no limit.</summary>
    public int? DecimalPlaces { get; init; }

    /// <summary>The step of which a number must be a multiple; null for none.</summary>
    public double? Step { get; init; }

    /// <summary>The parts that a date-time must have.</summary>
    public FmeDateTimeForm DateTimeForm { get; init; }

    /// <summary>Whether a date-time is written in ISO 8601, <c>2026-01-31T14:30:00</c>, and not in FME's format, <c>20260131143000</c>.</summary>
    public bool IsIsoDateTime { get; init; }

    /// <summary>Whether a time must have an offset from UTC; false if it must not have one, null if the workspace does not say.</summary>
    public bool? HasOffset { get; init; }

    /// <summary>Whether a time has a fraction of a second; false if it must not have one, null if the workspace does not say.</summary>
    public bool? HasFraction { get; init; }

    /// <summary>How a colour is written; <c>255,0,0</c> if the workspace does not say. Not used for other kinds.</summary>
    public FmeColorFormat ColorFormat { get; init; } = FmeColorFormat.Default;

    /// <summary>How a geometry is written as text, such as <c>geoJSON</c>; empty if the workspace does not say.</summary>
    public string GeometryEncoding { get; init; } = "";

    /// <summary>The accepted kinds of geometry, such as <c>point</c>, <c>line</c>, <c>polygon</c> and <c>box</c>; empty for all.</summary>
    public IReadOnlyList<string> GeometryTypes { get; init; } = [];

    /// <summary>Whether text is sent in FME's own encoding, in which a space is <c>&lt;space&gt;</c>. A team sets this for servers that require it.</summary>
    public bool IsEncoded { get; init; }

    /// <summary>Whether a form gives the text several lines, as for code.</summary>
    public bool IsMultiline { get; init; }

    /// <summary>Whether a form lets a person pick the number with a slider.</summary>
    public bool HasSlider { get; init; }

    /// <summary>What stands between the nodes in the captions of <see cref="Choices"/>, if these are a tree; empty if they are not.</summary>
    public string NodeDelimiter { get; init; } = "";

    /// <summary>The patterns of the files that a form offers, such as <c>*.gml</c>; empty for all. Other files are not refused.</summary>
    public IReadOnlyList<string> FileFilters { get; init; } = [];

    /// <summary>The columns of the table that the text holds; empty if it holds none.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The team's corrections to the server's record of the parameter, as a JSON object; empty for none.</summary>
    public string RecordOverride { get; init; } = "";

    /// <summary>Whether an empty value is allowed. It also is if it is one of the options.</summary>
    internal bool MayBeBlank => IsOptional || FindChoice("") is not null;

    // Made at once, as the value of an option is.
    internal JsonEncodedText EncodedName { get; }

    /// <summary>Finds the option with an enum member's number.</summary>
    /// <param name="number">The number of the enum member.</param>
    /// <returns>The option; null if none has this number.</returns>
    internal FmeChoice? FindChoice(int number)
    {
        int low = 0;
        int high = _choicesByNumber.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            FmeChoice choice = _choicesByNumber[middle];
            if (choice.Number == number)
            {
                return choice;
            }

            if (choice.Number < number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return null;
    }

    /// <summary>Gets the option that an enum member represents, with its value and its caption.</summary>
    /// <typeparam name="TOption">The enum, which is <see cref="OptionType"/>.</typeparam>
    /// <param name="option">The enum member.</param>
    /// <exception cref="ArgumentException">The enum does not belong to this parameter.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is not that of an option, for example because it is the default of the enum.</exception>
    internal FmeChoice GetChoice<TOption>(TOption option)
        where TOption : struct, Enum
    {
        if (OptionType != typeof(TOption))
        {
            throw new ArgumentException(OptionType is null
                ? $"The parameter {Name} has no enum of options."
                : $"{typeof(TOption).Name} is not the enum of the parameter {Name}; that is {OptionType.Name}.", nameof(option));
        }

        int number = Unsafe.BitCast<TOption, int>(option);
        return FindChoice(number) ?? throw new ArgumentOutOfRangeException(
            nameof(option), number, $"The parameter {Name} {ChoiceText.NoOption(_choices, number)}");
    }

    /// <summary>Finds the option with a value.</summary>
    /// <param name="value">What is sent.</param>
    /// <returns>The option; null if none has this value.</returns>
    public FmeChoice? FindChoice(string value)
    {
        foreach (FmeChoice choice in _choices)
        {
            if (string.Equals(choice.Value, value, StringComparison.Ordinal))
            {
                return choice;
            }
        }

        return null;
    }

    /// <summary>Returns <see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
