using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FmeTyped.Schema.Facts;

namespace FmeTyped.Generated;

/// <summary>
/// Reads the values of a request from names and values, and records the errors. The counterpart of
/// <see cref="FmeParameterWriter"/>; generated code calls it.
/// </summary>
public sealed class FmeParameterReader
{
    private readonly IReadOnlyDictionary<string, FmeParameterValue> _values;
    private readonly IReadOnlyDictionary<string, FmeList<FmeFile>>? _files;
    private List<FmeValidationError>? _problems;

    /// <summary>Creates a reader of names and values.</summary>
    /// <param name="values">The values by wire name.</param>
    /// <param name="files">
    /// The files of parameters, by wire name, such as those of a form. They take precedence over a text of the same parameter.
    /// </param>
    public FmeParameterReader(
        IReadOnlyDictionary<string, FmeParameterValue> values,
        IReadOnlyDictionary<string, FmeList<FmeFile>>? files = null)
    {
        _values = values ?? throw new ArgumentNullException(nameof(values));
        _files = files;
    }

    /// <summary>Creates a reader of a JSON object of wire names and values, for the JSON converter of a generated type. Unknown names are ignored.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="json">The object.</param>
    /// <param name="files">The files of parameters, by wire name. They take precedence over a text of the same parameter.</param>
    /// <exception cref="ArgumentException">The JSON is not an object.</exception>
    /// <exception cref="JsonException">A name in it is not valid text.</exception>
    public static FmeParameterReader FromJson(
        FmeWorkspaceDescriptor workspace, JsonElement json, IReadOnlyDictionary<string, FmeList<FmeFile>>? files = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return json.ValueKind == JsonValueKind.Object
            ? FromJson(json, workspace.FindParameter, files)
            : throw new ArgumentException($"A request for {workspace} is a JSON object, not {JsonParameterValue.Describe(json)}.", nameof(json));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The text; null if the parameter is unset.</returns>
    public string? ReadText(FmeParameterDescriptor parameter) => TryGetText(parameter, out string text) ? text : null;

    /// <summary>Reads several texts.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The texts; null if the parameter is unset.</returns>
    public FmeList<string>? ReadTexts(FmeParameterDescriptor parameter) =>
        !TryGet(parameter, out FmeParameterValue value) ? null
        : parameter.IsEncoded ? value.Items.Select(EncodedText.Decode).ToFmeList()
        : value.Items;

    /// <summary>Reads a whole number. Blank counts as unset, if the parameter may be blank.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The number; null if the parameter is unset.</returns>
    public long? ReadInteger(FmeParameterDescriptor parameter) =>
        TryGetText(parameter, out string text) ? NotBlank(parameter, ParseInteger(parameter, text)) : null;

    /// <summary>Reads a required whole number.</summary>
    /// <param name="parameter">The parameter.</param>
    public long ReadRequiredInteger(FmeParameterDescriptor parameter) =>
        Required(parameter, ReadInteger(parameter));

    /// <summary>Reads a whole number that may be blank.</summary>
    /// <param name="parameter">The parameter.</param>
    public FmeOptional<long> ReadIntegerOrBlank(FmeParameterDescriptor parameter) =>
        TryGetText(parameter, out string text) ? ParseInteger(parameter, text) : default;

    /// <summary>Reads a decimal number. Blank counts as unset, if the parameter may be blank.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The number; null if the parameter is unset.</returns>
    public double? ReadFloat(FmeParameterDescriptor parameter) =>
        TryGetText(parameter, out string text) ? NotBlank(parameter, ParseFloat(parameter, text)) : null;

    /// <summary>Reads a required decimal number.</summary>
    /// <param name="parameter">The parameter.</param>
    public double ReadRequiredFloat(FmeParameterDescriptor parameter) =>
        Required(parameter, ReadFloat(parameter));

    /// <summary>Reads a decimal number that may be blank.</summary>
    /// <param name="parameter">The parameter.</param>
    public FmeOptional<double> ReadFloatOrBlank(FmeParameterDescriptor parameter) =>
        TryGetText(parameter, out string text) ? ParseFloat(parameter, text) : default;

    /// <summary>Reads yes or no. Blank counts as unset, if the parameter may be blank.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The answer; null if the parameter is unset.</returns>
    public bool? ReadBoolean(FmeParameterDescriptor parameter) =>
        TryGetText(parameter, out string text) ? NotBlank(parameter, ParseBoolean(parameter, text)) : null;

    /// <summary>Reads a required yes or no.</summary>
    /// <param name="parameter">The parameter.</param>
    public bool ReadRequiredBoolean(FmeParameterDescriptor parameter) =>
        Required(parameter, ReadBoolean(parameter));

    /// <summary>Reads yes or no that may be blank.</summary>
    /// <param name="parameter">The parameter.</param>
    public FmeOptional<bool> ReadBooleanOrBlank(FmeParameterDescriptor parameter) =>
        TryGetText(parameter, out string text) ? ParseBoolean(parameter, text) : default;

    /// <summary>Reads one option. Blank counts as unset, if the parameter may be blank.</summary>
    /// <typeparam name="TOption">The enum of the options.</typeparam>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The option; null if the parameter is unset.</returns>
    public TOption? ReadOption<TOption>(FmeParameterDescriptor parameter)
        where TOption : struct, Enum =>
        TryGetText(parameter, out string text) ? NotBlank(parameter, ParseOption<TOption>(parameter, text)) : null;

    /// <summary>Reads a required option.</summary>
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
    /// <returns>The options; null if the parameter is unset.</returns>
    public FmeList<TOption>? ReadOptions<TOption>(FmeParameterDescriptor parameter)
        where TOption : struct, Enum
    {
        if (!TryGet(parameter, out FmeParameterValue value))
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
    /// <returns>The file; null if the parameter is unset.</returns>
    public FmeFile? ReadFile(FmeParameterDescriptor parameter)
    {
        if (FilesOf(parameter) is not { } files)
        {
            return TryGetText(parameter, out string text) ? new(text) : null;
        }

        if (files.Count > 1)
        {
            Note(FmeValidationErrorKind.Malformed, parameter, $"takes one file and was given {files.Count}.");
        }

        return files.Count == 1 ? files[0] : null;
    }

    /// <summary>Reads several files.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The files; null if the parameter is unset.</returns>
    public FmeList<FmeFile>? ReadFiles(FmeParameterDescriptor parameter) =>
        FilesOf(parameter) ?? ReadTexts(parameter)?.Select(text => new FmeFile(text)).ToFmeList();

    /// <summary>Reads a folder.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The folder; null if the parameter is unset.</returns>
    public FmeFolder? ReadFolder(FmeParameterDescriptor parameter) => TryGetText(parameter, out string text) ? new(text) : null;

    /// <summary>Reads several folders.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The folders; null if the parameter is unset.</returns>
    public FmeList<FmeFolder>? ReadFolders(FmeParameterDescriptor parameter) =>
        ReadTexts(parameter)?.Select(text => new FmeFolder(text)).ToFmeList();

    /// <summary>Reads a date, a time, or both.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The value; null if the parameter is unset.</returns>
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

        Note(FmeValidationErrorKind.Malformed, parameter, $"'{text}' is not a date or time. {FmeDateTimeFormat.Expected(parameter.DateTimeForm)}");
        return null;
    }

    /// <summary>Reads a required date, time, or both.</summary>
    /// <param name="parameter">The parameter.</param>
    public FmeDateTime ReadRequiredDateTime(FmeParameterDescriptor parameter) =>
        Required(parameter, ReadDateTime(parameter));

    /// <summary>Reads a secret. A mask that a server or form shows instead counts as unset.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The secret; null if the parameter is unset.</returns>
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
    /// <returns>The colour; null if the parameter is unset.</returns>
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

        Note(FmeValidationErrorKind.Malformed, parameter, $"'{text}' is not a colour. {parameter.ColorFormat.Expected}");
        return null;
    }

    /// <summary>Reads a required colour.</summary>
    /// <param name="parameter">The parameter.</param>
    public FmeColor ReadRequiredColor(FmeParameterDescriptor parameter) =>
        Required(parameter, ReadColor(parameter));

    /// <summary>Reads a geometry.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The geometry; null if the parameter is unset.</returns>
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

    /// <summary>Reads a value that is JSON in a text. Blank counts as unset if the workspace has no default.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="parameter">The parameter.</param>
    /// <param name="typeInfo">How the type is read from JSON.</param>
    /// <returns>The value; null if the parameter is unset.</returns>
    public T? ReadJson<T>(FmeParameterDescriptor parameter, JsonTypeInfo<T> typeInfo)
        where T : class
    {
        if (!TryGetText(parameter, out string text))
        {
            return null;
        }

        if (text.Length == 0)
        {
            CheckLostBlank(parameter);
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

    /// <summary>Whether the values are those of a form, in which an untouched field is an empty text.</summary>
    internal bool IsForm { get; set; }

    /// <summary>The values that could not be read so far; null if there are none.</summary>
    internal List<FmeValidationError>? Problems => _problems;

    /// <summary>Records a value whose JSON has the wrong form, so that it is not among the values.</summary>
    internal void Refuse(FmeParameterDescriptor parameter, string message) => Note(FmeValidationErrorKind.Malformed, parameter, message);

    /// <summary>Reads the values of a JSON object, with a function that finds a parameter by name.</summary>
    internal static FmeParameterReader FromJson(
        JsonElement json, Func<string, FmeParameterDescriptor?> find, IReadOnlyDictionary<string, FmeList<FmeFile>>? files = null)
    {
        var values = new Dictionary<string, FmeParameterValue>();
        var reader = new FmeParameterReader(values, files);
        foreach (JsonProperty property in json.EnumerateObject())
        {
            if (find(NameOf(property)) is not { } parameter)
            {
                continue;
            }

            values.Remove(parameter.Name);
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (JsonParameterValue.TryRead(parameter, property.Value, out FmeParameterValue value, out string problem))
            {
                values.Add(parameter.Name, value);
            }
            else
            {
                reader.Refuse(parameter, problem);
            }
        }

        return reader;
    }

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException($"A name in the JSON contains {JsonParameterValue.NoText}", error);
        }
    }

    // A value type has a default, which must not be taken for a value that was read.
    private T Required<T>(FmeParameterDescriptor parameter, T? value)
        where T : struct
    {
        if (value is null && (_problems is null || _problems.TrueForAll(problem => problem.Parameter != parameter.Name)))
        {
            Note(FmeValidationErrorKind.Missing, parameter, FmeValidationErrorText.Missing);
        }

        return value.GetValueOrDefault();
    }

    /// <summary>
    /// The value, if there is one. An empty value is blank, an error if the parameter may not be blank. In a form, where an untouched field is empty, it is
    /// unset instead.
    /// </summary>
    private bool TryGet(FmeParameterDescriptor parameter, out FmeParameterValue value)
    {
        if (!_values.TryGetValue(parameter.Name, out value))
        {
            return false;
        }

        if (IsForm && value is { IsList: true, Items: [""] })
        {
            value = "";
        }

        return !(IsForm && value.IsBlank && !parameter.MayBeBlank);
    }

    // Without a default, null and blank are the same to FME. With a default, null would be a different value.
    private T? NotBlank<T>(FmeParameterDescriptor parameter, FmeOptional<T> value)
        where T : struct
    {
        if (value.IsBlank)
        {
            CheckLostBlank(parameter);
        }

        return value.HasValue ? value.Value : null;
    }

    private void CheckLostBlank(FmeParameterDescriptor parameter)
    {
        if (!parameter.IsOptional || parameter.HasDefault)
        {
            Note(FmeValidationErrorKind.Blank, parameter, FmeValidationErrorText.Blank(parameter));
        }
    }

    private FmeList<FmeFile>? FilesOf(FmeParameterDescriptor parameter) => _files?.GetValueOrDefault(parameter.Name);

    private bool TryGetText(FmeParameterDescriptor parameter, out string text)
    {
        text = "";
        if (!TryGet(parameter, out FmeParameterValue value))
        {
            return false;
        }

        if (value.IsList && value.Items.Count > 1)
        {
            Note(FmeValidationErrorKind.Malformed, parameter, $"takes one value and was given {value.Items.Count}.");
            return false;
        }

        text = value.IsBlank ? "" : parameter.IsEncoded ? EncodedText.Decode(value.Text) : value.Text;
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

        Note(FmeValidationErrorKind.Malformed, parameter, $"takes a whole number; '{text}' is not one.");
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

        Note(FmeValidationErrorKind.Malformed, parameter, $"takes a number, with a point for decimals; '{text}' is not one.");
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
        // A choice can have an option with an empty value. An empty text then means that option, not blank.
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
