using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FmeTyped.Metadata;

/// <summary>What is known of one published parameter. Made by generated code; immutable.</summary>
public sealed class FmeParameterDescriptor
{
    private readonly IReadOnlyList<FmeChoice> _choices = [];
    private List<FmeChoice> _choicesByNumber = [];
    private JsonEncodedText? _encodedName;

    /// <summary>A parameter. Called by generated code.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="kind">What it holds.</param>
    public FmeParameterDescriptor(string name, FmeParameterKind kind)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Kind = kind;
    }

    /// <summary>The name on the wire, such as <c>THEMES</c>.</summary>
    public string Name { get; }

    /// <summary>What the parameter holds.</summary>
    public FmeParameterKind Kind { get; }

    /// <summary>Whether the parameter takes several values.</summary>
    public bool IsList { get; init; }

    /// <summary>What a person is asked, such as <c>Layers to Download:</c>.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>The prompt of the group the parameter stands in; empty where it stands in none.</summary>
    public string Group { get; init; } = "";

    /// <summary>When the parameter is visible; null for always. A value of an invisible parameter is never a problem.</summary>
    public FmeVisibility? Visibility { get; init; }

    /// <summary>Whether the parameter may be blank. FME calls such a parameter optional.</summary>
    public bool IsOptional { get; init; }

    /// <summary>
    /// Whether a request has to set the parameter while it is visible: it is not optional, the workspace has no default for it, and
    /// the server does not supply it.
    /// </summary>
    public bool MustBeSet { get; init; }

    /// <summary>The workspace's default, which applies when the parameter is not sent; null where there is none.</summary>
    public FmeParameterValue? Default { get; init; }

    /// <summary>Whether there is a default that is not known here, because it is a secret.</summary>
    public bool DefaultIsWithheld { get; init; }

    /// <summary>Whether a value applies when the parameter is not sent. A blank default is none.</summary>
    public bool HasDefault => DefaultIsWithheld || Default is { IsBlank: false };

    /// <summary>Whether the parameter is a file or folder that the workspace writes. The server supplies it when it is not sent.</summary>
    public bool IsDestination { get; init; }

    /// <summary>The options: all there are for a choice, suggestions for an open choice.</summary>
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

    /// <summary>The enum whose members stand for <see cref="Choices"/>; null where there is none.</summary>
    public Type? OptionType { get; init; }

    /// <summary>The least value of a number; null where there is none.</summary>
    public double? Minimum { get; init; }

    /// <summary>The greatest value of a number; null where there is none.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether <see cref="Minimum"/> itself is not allowed.</summary>
    public bool MinimumIsExclusive { get; init; }

    /// <summary>Whether <see cref="Maximum"/> itself is not allowed.</summary>
    public bool MaximumIsExclusive { get; init; }

    /// <summary>How many digits of a number may stand behind the point; null where any number may.</summary>
    public int? DecimalPlaces { get; init; }

    /// <summary>What a number has to be a multiple of; null where any number may be given.</summary>
    public double? Step { get; init; }

    /// <summary>Which parts a date-time has to have.</summary>
    public FmeDateTimeForm DateTimeForm { get; init; }

    /// <summary>Whether a date-time is written as ISO 8601 has it, <c>2026-01-31T14:30:00</c>, and not as FME does, <c>20260131143000</c>.</summary>
    public bool IsIsoDateTime { get; init; }

    /// <summary>Whether the offset from UTC has to follow a time; false where none may, null where the workspace does not say.</summary>
    public bool? HasOffset { get; init; }

    /// <summary>Whether the fraction of the second follows a time; false where none may, null where the workspace does not say.</summary>
    public bool? HasFraction { get; init; }

    /// <summary>How a colour is written: <c>255,0,0</c> where the workspace says nothing. Of no meaning for other kinds.</summary>
    public FmeColorFormat ColorFormat { get; init; } = FmeColorFormat.Default;

    /// <summary>How a geometry is written as text, such as <c>geoJSON</c>; empty where the workspace does not say.</summary>
    public string GeometryEncoding { get; init; } = "";

    /// <summary>The kinds of geometry that are taken, such as <c>point</c>, <c>line</c>, <c>polygon</c> and <c>box</c>; empty for all.</summary>
    public IReadOnlyList<string> GeometryTypes { get; init; } = [];

    /// <summary>Whether text is sent in FME's own encoding, in which a blank is <c>&lt;space&gt;</c>. A team says so where a server wants it.</summary>
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

    internal JsonEncodedText EncodedName => _encodedName ??= JsonEncodedText.Encode(Name);

    /// <summary>The option with an enum member's number.</summary>
    /// <param name="number">The number of the enum member.</param>
    /// <returns>The option; null where none has this number.</returns>
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

    /// <summary>The option that an enum member stands for: its value and its caption.</summary>
    /// <typeparam name="TOption">The enum, which is <see cref="OptionType"/>.</typeparam>
    /// <param name="option">The enum member.</param>
    /// <exception cref="ArgumentException">The enum is not that of this parameter.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is that of no option, such as the default of the enum.</exception>
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

    /// <summary>The option with a value.</summary>
    /// <param name="value">What is sent.</param>
    /// <returns>The option; null where none has this value.</returns>
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
