using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FmeTyped.Generated;

/// <summary>
/// Reads the values of a request back from names and values, and notes what does not fit. The counterpart of
/// <see cref="FmeParameterWriter"/>; generated code calls it.
/// </summary>
public sealed class FmeParameterReader
{
    private static readonly Dictionary<string, FmeList<FmeFile>> NoFiles = [];

    private readonly IReadOnlyDictionary<string, FmeParameterValue> _values;
    private List<FmeValidationError>? _problems;

    /// <summary>Reads from names and values.</summary>
    /// <param name="values">The values by wire name.</param>
    public FmeParameterReader(IReadOnlyDictionary<string, FmeParameterValue> values) =>
        _values = values ?? throw new ArgumentNullException(nameof(values));

    /// <summary>Files of this machine by wire name, such as those that a form uploads. They stand in the place of a text among the values.</summary>
    public IReadOnlyDictionary<string, FmeList<FmeFile>> Files { get; init; } = NoFiles;

    /// <summary>Reads a text.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The text; null where the parameter is unset.</returns>
    public string? ReadText(FmeParameterDescriptor parameter) => TryGetText(parameter, out string text) ? text : null;

    /// <summary>Reads several texts.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The texts; null where the parameter is unset.</returns>
    public FmeList<string>? ReadTexts(FmeParameterDescriptor parameter) =>
        !_values.TryGetValue(parameter.Name, out FmeParameterValue value) ? null
        : parameter.IsEncoded ? value.Items.Select(FmeEncodedText.Decode).ToFmeList()
        : value.Items;

    /// <summary>Reads a whole number. Blank counts as unset.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The number; null where the parameter is unset.</returns>
    public long? ReadInteger(FmeParameterDescriptor parameter) =>
        TryGetText(parameter, out string text) && ParseInteger(parameter, text) is { HasValue: true } number ? number.Value : null;

    /// <summary>Reads a whole number that has to be there.</summary>
    /// <param name="parameter">The parameter.</param>
    public long ReadRequiredInteger(FmeParameterDescriptor parameter) =>
        Required(parameter, ReadInteger(parameter));

    /// <summary>Reads a whole number that may be blank.</summary>
    /// <param name="parameter">The parameter.</param>
    public FmeOptional<long> ReadIntegerOrBlank(FmeParameterDescriptor parameter) =>
        TryGetText(parameter, out string text) ? ParseInteger(parameter, text) : default;

    /// <summary>Reads a decimal number. Blank counts as unset.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The number; null where the parameter is unset.</returns>
    public double? ReadFloat(FmeParameterDescriptor parameter) =>
        TryGetText(parameter, out string text) && ParseFloat(parameter, text) is { HasValue: true } number ? number.Value : null;

    /// <summary>Reads a decimal number that has to be there.</summary>
    /// <param name="parameter">The parameter.</param>
    public double ReadRequiredFloat(FmeParameterDescriptor parameter) =>
        Required(parameter, ReadFloat(parameter));

    /// <summary>Reads a decimal number that may be blank.</summary>
    /// <param name="parameter">The parameter.</param>
    public FmeOptional<double> ReadFloatOrBlank(FmeParameterDescriptor parameter) =>
        TryGetText(parameter, out string text) ? ParseFloat(parameter, text) : default;

    /// <summary>Reads yes or no. Blank counts as unset.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The answer; null where the parameter is unset.</returns>
    public bool? ReadBoolean(FmeParameterDescriptor parameter) =>
        TryGetText(parameter, out string text) && ParseBoolean(parameter, text) is { HasValue: true } response ? response.Value : null;

    /// <summary>Reads yes or no that has to be there.</summary>
    /// <param name="parameter">The parameter.</param>
    public bool ReadRequiredBoolean(FmeParameterDescriptor parameter) =>
        Required(parameter, ReadBoolean(parameter));

    /// <summary>Reads yes or no that may be blank.</summary>
    /// <param name="parameter">The parameter.</param>
    public FmeOptional<bool> ReadBooleanOrBlank(FmeParameterDescriptor parameter) =>
        TryGetText(parameter, out string text) ? ParseBoolean(parameter, text) : default;

    /// <summary>Reads one option. Blank counts as unset.</summary>
    /// <typeparam name="TOption">The enum of the options.</typeparam>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The option; null where the parameter is unset.</returns>
    public TOption? ReadOption<TOption>(FmeParameterDescriptor parameter)
        where TOption : struct, Enum =>
        TryGetText(parameter, out string text) && ParseOption<TOption>(parameter, text) is { HasValue: true } option ? option.Value : null;

    /// <summary>Reads one option that has to be there.</summary>
    /// <typeparam name="TOption">The enum of the options.</typeparam>
    /// <param name="parameter">The parameter.</param>
    public TOption ReadRequiredOption<TOption>(FmeParameterDescriptor parameter)
        where TOption : struct, Enum =>
        Required(parameter, ReadOption<TOption>(parameter));

    /// <summary>Reads one option that may be blank.</summary>
    /// <typeparam name="TOption">The enum of the options.</typeparam>
    /// <param name="parameter">The parameter.</param>
    public FmeOptional<TOption> ReadOptionOrBlank<TOption>(FmeParameterDescriptor parameter)
        where TOption : struct, Enum =>
        TryGetText(parameter, out string text) ? ParseOption<TOption>(parameter, text) : default;

    /// <summary>Reads several options.</summary>
    /// <typeparam name="TOption">The enum of the options.</typeparam>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The options; null where the parameter is unset.</returns>
    public FmeList<TOption>? ReadOptions<TOption>(FmeParameterDescriptor parameter)
        where TOption : struct, Enum
    {
        if (!_values.TryGetValue(parameter.Name, out FmeParameterValue value))
        {
            return null;
        }

        var options = new List<TOption>();
        foreach (string text in value.Items)
        {
            if (FindNumber(parameter, text) is { } number)
            {
                options.Add(Unsafe.BitCast<int, TOption>(number));
            }
        }

        return options;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The file; null where the parameter is unset.</returns>
    public FmeFile? ReadFile(FmeParameterDescriptor parameter) =>
        Files.TryGetValue(parameter.Name, out FmeList<FmeFile>? files) ? OneOf(parameter, files) : TryGetText(parameter, out string text) ? new(text) : null;

    /// <summary>Reads several files.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The files; null where the parameter is unset.</returns>
    public FmeList<FmeFile>? ReadFiles(FmeParameterDescriptor parameter) =>
        Files.TryGetValue(parameter.Name, out FmeList<FmeFile>? files) ? files : ReadTexts(parameter)?.Select(text => new FmeFile(text)).ToFmeList();

    /// <summary>Reads a folder.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The folder; null where the parameter is unset.</returns>
    public FmeFolder? ReadFolder(FmeParameterDescriptor parameter) => TryGetText(parameter, out string text) ? new(text) : null;

    /// <summary>Reads several folders.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The folders; null where the parameter is unset.</returns>
    public FmeList<FmeFolder>? ReadFolders(FmeParameterDescriptor parameter) =>
        ReadTexts(parameter)?.Select(text => new FmeFolder(text)).ToFmeList();

    /// <summary>Reads a date, a time, or both.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The value; null where the parameter is unset.</returns>
    public FmeDateTime? ReadDateTime(FmeParameterDescriptor parameter)
    {
        if (!TryGetText(parameter, out string text))
        {
            return null;
        }

        if (FmeDateTime.TryParse(text, out FmeDateTime value))
        {
            return value;
        }

        Note(FmeValidationErrorKind.Malformed, parameter, $"'{text}' is no date or time. {FmeDateTimeFormat.Expected(parameter.DateTimeForm)}");
        return null;
    }

    /// <summary>Reads a date, a time, or both, that has to be there.</summary>
    /// <param name="parameter">The parameter.</param>
    public FmeDateTime ReadRequiredDateTime(FmeParameterDescriptor parameter) =>
        Required(parameter, ReadDateTime(parameter));

    /// <summary>Reads a secret. A mask that a server or form shows in its place counts as unset.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The secret; null where the parameter is unset.</returns>
    public FmeSecret? ReadSecret(FmeParameterDescriptor parameter)
    {
        if (!TryGetText(parameter, out string text))
        {
            return null;
        }

        if (!FmeSecret.IsMask(text))
        {
            return new(text);
        }

        if (parameter.MustBeSet)
        {
            Note(FmeValidationErrorKind.Missing, parameter, FmeValidationErrorText.Masked);
        }

        return null;
    }

    /// <summary>Reads a colour.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The colour; null where the parameter is unset.</returns>
    public FmeColor? ReadColor(FmeParameterDescriptor parameter)
    {
        if (!TryGetText(parameter, out string text))
        {
            return null;
        }

        if (parameter.ColorFormat.TryParse(text, out FmeColor color))
        {
            return color;
        }

        Note(FmeValidationErrorKind.Malformed, parameter, $"'{text}' is no colour. {parameter.ColorFormat.Expected}");
        return null;
    }

    /// <summary>Reads a colour that has to be there.</summary>
    /// <param name="parameter">The parameter.</param>
    public FmeColor ReadRequiredColor(FmeParameterDescriptor parameter) =>
        Required(parameter, ReadColor(parameter));

    /// <summary>Reads a geometry.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The geometry; null where the parameter is unset.</returns>
    public FmeGeometry? ReadGeometry(FmeParameterDescriptor parameter)
    {
        if (!TryGetText(parameter, out string text))
        {
            return null;
        }

        if (FmeGeometry.Read(parameter.GeometryEncoding, text) is { } geometry)
        {
            return geometry;
        }

        Note(FmeValidationErrorKind.Malformed, parameter, FmeValidationErrorText.WrongEncoding(parameter));
        return null;
    }

    /// <summary>Reads a value that is JSON in a text. Blank counts as unset.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="parameter">The parameter.</param>
    /// <param name="typeInfo">How the type is read from JSON.</param>
    /// <returns>The value; null where the parameter is unset.</returns>
    public T? ReadJson<T>(FmeParameterDescriptor parameter, JsonTypeInfo<T> typeInfo)
        where T : class
    {
        if (!TryGetText(parameter, out string text) || text.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(text, typeInfo);
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            Note(FmeValidationErrorKind.Malformed, parameter, $"holds no JSON of a {typeof(T).Name}: {error.Message}");
            return null;
        }
    }

    /// <summary>The values that could not be read so far; null where there is none.</summary>
    internal List<FmeValidationError>? Problems => _problems;

    /// <summary>Notes a value that has the wrong form before it is a text, and therefore is not among the values.</summary>
    internal void Refuse(FmeParameterDescriptor parameter, string message) => Note(FmeValidationErrorKind.Malformed, parameter, message);

    // A value type has a default, which must not pass for a value that was read.
    private T Required<T>(FmeParameterDescriptor parameter, T? value)
        where T : struct
    {
        if (value is null && (_problems is null || _problems.TrueForAll(problem => problem.Parameter != parameter.Name)))
        {
            Note(FmeValidationErrorKind.Missing, parameter, FmeValidationErrorText.Missing);
        }

        return value.GetValueOrDefault();
    }

    private FmeFile? OneOf(FmeParameterDescriptor parameter, FmeList<FmeFile> files)
    {
        if (files.Count > 1)
        {
            Note(FmeValidationErrorKind.Malformed, parameter, $"takes one value and was given {files.Count}.");
        }

        return files.Count == 1 ? files[0] : null;
    }

    private bool TryGetText(FmeParameterDescriptor parameter, out string text)
    {
        text = "";
        if (!_values.TryGetValue(parameter.Name, out FmeParameterValue value))
        {
            return false;
        }

        if (value.IsList && value.Items.Count > 1)
        {
            Note(FmeValidationErrorKind.Malformed, parameter, $"takes one value and was given {value.Items.Count}.");
            return false;
        }

        text = value.IsBlank ? "" : parameter.IsEncoded ? FmeEncodedText.Decode(value.Text) : value.Text;
        return true;
    }

    private FmeOptional<long> ParseInteger(FmeParameterDescriptor parameter, string text)
    {
        if (text.Length == 0)
        {
            return FmeBlank.Value;
        }

        if (FmeNumber.TryParse(text, out long number))
        {
            return number;
        }

        Note(FmeValidationErrorKind.Malformed, parameter, $"takes a whole number; '{text}' is none.");
        return default;
    }

    private FmeOptional<double> ParseFloat(FmeParameterDescriptor parameter, string text)
    {
        if (text.Length == 0)
        {
            return FmeBlank.Value;
        }

        if (FmeNumber.TryParse(text, out double number))
        {
            return number;
        }

        Note(FmeValidationErrorKind.Malformed, parameter, $"takes a number, with a point for decimals; '{text}' is none.");
        return default;
    }

    private FmeOptional<bool> ParseBoolean(FmeParameterDescriptor parameter, string text)
    {
        // The text of an unchecked checkbox can be empty.
        if (text.Length == 0 && parameter.FindChoice("") is null)
        {
            return FmeBlank.Value;
        }

        return FindNumber(parameter, text) is { } number ? number == FmeBooleanOption.Yes : default(FmeOptional<bool>);
    }

    private FmeOptional<TOption> ParseOption<TOption>(FmeParameterDescriptor parameter, string text)
        where TOption : struct, Enum
    {
        // A choice can have an option whose value is empty, which is then that option and not blank.
        if (text.Length == 0 && parameter.FindChoice("") is null)
        {
            return FmeBlank.Value;
        }

        return FindNumber(parameter, text) is { } number ? Unsafe.BitCast<int, TOption>(number) : default(FmeOptional<TOption>);
    }

    private int? FindNumber(FmeParameterDescriptor parameter, string text)
    {
        if (parameter.FindChoice(text) is { } choice)
        {
            return choice.Number;
        }

        Note(FmeValidationErrorKind.UnknownOption, parameter, FmeValidationErrorText.UnknownOption(parameter, text));
        return null;
    }

    private void Note(FmeValidationErrorKind kind, FmeParameterDescriptor parameter, string message) =>
        (_problems ??= []).Add(new FmeValidationError(kind, parameter.Name, message));
}
