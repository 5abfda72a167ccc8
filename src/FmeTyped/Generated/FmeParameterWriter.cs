using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FmeTyped.Schema.Facts;

namespace FmeTyped.Generated;

/// <summary>
/// Receives the values of a request, one parameter after the other. Generated code calls it; the library's own writers
/// turn the values into a request body or a list of errors.
/// </summary>
/// <remarks>An unset value is passed as well, but never sent.</remarks>
public abstract class FmeParameterWriter
{
    // Large enough for every colour, unless a workspace adds a lot of text around it.
    private const int UsualColorLength = FmeColorFormat.MostCharacters + 10;

    private protected FmeParameterWriter()
    {
    }

    /// <summary>Where the files of this machine were uploaded to; null if nothing was uploaded.</summary>
    internal IReadOnlyDictionary<LocalFiles, string>? Uploads { get; init; }

    /// <summary>Writes a text.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value; null is unset, empty is blank.</param>
    public void WriteText(FmeParameterDescriptor parameter, string? value)
    {
        switch (value)
        {
            case null: Unset(parameter); break;
            case "": Blank(parameter); break;
            default: Text(parameter, parameter.IsEncoded ? EncodedText.Encode(value) : value); break;
        }
    }

    /// <summary>Writes several texts.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="values">Its values; null is unset, empty is blank.</param>
    public void WriteTexts(FmeParameterDescriptor parameter, FmeList<string>? values)
    {
        if (values is null)
        {
            Unset(parameter);
            return;
        }

        BeginList(parameter, values.Count);
        foreach (string value in values.AsSpan())
        {
            Item(parameter, parameter.IsEncoded ? EncodedText.Encode(value) : value);
        }

        EndList(parameter);
    }

    /// <summary>Writes a whole number.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value; null is unset.</param>
    public void WriteInteger(FmeParameterDescriptor parameter, long? value)
    {
        if (value is { } number)
        {
            Integer(parameter, number);
        }
        else
        {
            Unset(parameter);
        }
    }

    /// <summary>Writes a whole number.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value.</param>
    public void WriteInteger(FmeParameterDescriptor parameter, FmeOptional<long> value)
    {
        if (!WroteNone(parameter, value))
        {
            Integer(parameter, value.Value);
        }
    }

    /// <summary>Writes a decimal number.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value; null is unset.</param>
    public void WriteFloat(FmeParameterDescriptor parameter, double? value)
    {
        if (value is { } number)
        {
            Float(parameter, number);
        }
        else
        {
            Unset(parameter);
        }
    }

    /// <summary>Writes a decimal number.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value.</param>
    public void WriteFloat(FmeParameterDescriptor parameter, FmeOptional<double> value)
    {
        if (!WroteNone(parameter, value))
        {
            Float(parameter, value.Value);
        }
    }

    /// <summary>Writes yes or no. What is sent is the option that the workspace has for it.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value; null is unset.</param>
    public void WriteBoolean(FmeParameterDescriptor parameter, bool? value)
    {
        if (value is { } yes)
        {
            Option(parameter, FmeBooleanOption.NumberOf(yes));
        }
        else
        {
            Unset(parameter);
        }
    }

    /// <summary>Writes yes or no. What is sent is the option that the workspace has for it.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value.</param>
    public void WriteBoolean(FmeParameterDescriptor parameter, FmeOptional<bool> value)
    {
        if (!WroteNone(parameter, value))
        {
            Option(parameter, FmeBooleanOption.NumberOf(value.Value));
        }
    }

    /// <summary>Writes one option.</summary>
    /// <typeparam name="TOption">The enum of the options, whose numbers are those of <see cref="FmeChoice.Number"/>.</typeparam>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value; null is unset.</param>
    public void WriteOption<TOption>(FmeParameterDescriptor parameter, TOption? value)
        where TOption : struct, Enum
    {
        if (value is { } option)
        {
            Option(parameter, Unsafe.BitCast<TOption, int>(option));
        }
        else
        {
            Unset(parameter);
        }
    }

    /// <summary>Writes one option.</summary>
    /// <typeparam name="TOption">The enum of the options, whose numbers are those of <see cref="FmeChoice.Number"/>.</typeparam>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value.</param>
    public void WriteOption<TOption>(FmeParameterDescriptor parameter, FmeOptional<TOption> value)
        where TOption : struct, Enum
    {
        if (!WroteNone(parameter, value))
        {
            Option(parameter, Unsafe.BitCast<TOption, int>(value.Value));
        }
    }

    /// <summary>Writes several options.</summary>
    /// <typeparam name="TOption">The enum of the options, whose numbers are those of <see cref="FmeChoice.Number"/>.</typeparam>
    /// <param name="parameter">The parameter.</param>
    /// <param name="values">Its values; null is unset, empty is blank.</param>
    public void WriteOptions<TOption>(FmeParameterDescriptor parameter, FmeList<TOption>? values)
        where TOption : struct, Enum
    {
        if (values is null)
        {
            Unset(parameter);
            return;
        }

        BeginList(parameter, values.Count);
        foreach (TOption value in values.AsSpan())
        {
            OptionItem(parameter, Unsafe.BitCast<TOption, int>(value));
        }

        EndList(parameter);
    }

    /// <summary>Writes a file.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value; null is unset.</param>
    public void WriteFile(FmeParameterDescriptor parameter, FmeFile? value)
    {
        switch (value)
        {
            case null: Unset(parameter); break;
            case { ServerPath: "" }: Blank(parameter); break;
            default: Place(parameter, value.ServerPath, value.Local); break;
        }
    }

    /// <summary>Writes several files.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="values">Its values; null is unset, empty is blank.</param>
    public void WriteFiles(FmeParameterDescriptor parameter, FmeList<FmeFile>? values)
    {
        if (values is null)
        {
            Unset(parameter);
            return;
        }

        BeginList(parameter, values.Count);
        foreach (FmeFile value in values.AsSpan())
        {
            PlaceItem(parameter, value.ServerPath, value.Local);
        }

        EndList(parameter);
    }

    /// <summary>Writes a folder.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value; null is unset.</param>
    public void WriteFolder(FmeParameterDescriptor parameter, FmeFolder? value)
    {
        switch (value)
        {
            case null: Unset(parameter); break;
            case { ServerPath: "" }: Blank(parameter); break;
            default: Place(parameter, value.ServerPath, value.Local); break;
        }
    }

    /// <summary>Writes several folders.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="values">Its values; null is unset, empty is blank.</param>
    public void WriteFolders(FmeParameterDescriptor parameter, FmeList<FmeFolder>? values)
    {
        if (values is null)
        {
            Unset(parameter);
            return;
        }

        BeginList(parameter, values.Count);
        foreach (FmeFolder value in values.AsSpan())
        {
            PlaceItem(parameter, value.ServerPath, value.Local);
        }

        EndList(parameter);
    }

    /// <summary>Writes a date, a time, or both.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value; null is unset.</param>
    public void WriteDateTime(FmeParameterDescriptor parameter, FmeDateTime? value)
    {
        switch (value)
        {
            case null: Unset(parameter); break;
            case { IsBlank: true }: Blank(parameter); break;
            case { } dateTime: DateTime(parameter, dateTime); break;
        }
    }

    /// <summary>Writes a secret.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value; null is unset.</param>
    public void WriteSecret(FmeParameterDescriptor parameter, FmeSecret? value)
    {
        switch (value?.Value)
        {
            case null: Unset(parameter); break;
            case "": Blank(parameter); break;
            case { } secret: Secret(parameter, secret); break;
        }
    }

    /// <summary>Writes a colour.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value; null is unset.</param>
    public void WriteColor(FmeParameterDescriptor parameter, FmeColor? value)
    {
        switch (value)
        {
            case null: Unset(parameter); break;
            case { IsBlank: true }: Blank(parameter); break;
            case { } color: Color(parameter, color); break;
        }
    }

    /// <summary>Writes a geometry.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value; null is unset.</param>
    public void WriteGeometry(FmeParameterDescriptor parameter, FmeGeometry? value)
    {
        switch (value)
        {
            case null: Unset(parameter); break;
            case { IsBlank: true }: Blank(parameter); break;
            default: Geometry(parameter, value); break;
        }
    }

    /// <summary>Writes a value that is sent as JSON in a text.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value; null is unset.</param>
    /// <param name="typeInfo">How the type is written as JSON.</param>
    public void WriteJson<T>(FmeParameterDescriptor parameter, T? value, JsonTypeInfo<T> typeInfo)
        where T : class =>
        WriteText(parameter, value is null ? null : JsonSerializer.Serialize(value, typeInfo));

    private protected abstract void Unset(FmeParameterDescriptor parameter);

    private protected abstract void Blank(FmeParameterDescriptor parameter);

    private protected abstract void Text(FmeParameterDescriptor parameter, ReadOnlySpan<char> value);

    private protected abstract void Option(FmeParameterDescriptor parameter, int number);

    private protected abstract void BeginList(FmeParameterDescriptor parameter, int count);

    private protected abstract void Item(FmeParameterDescriptor parameter, string value);

    private protected abstract void OptionItem(FmeParameterDescriptor parameter, int number);

    private protected abstract void EndList(FmeParameterDescriptor parameter);

    private protected virtual void Integer(FmeParameterDescriptor parameter, long value)
    {
        Span<char> buffer = stackalloc char[FmeNumber.UsualLength];
        Text(parameter, FmeNumber.Format(value, buffer));
    }

    private protected virtual void Float(FmeParameterDescriptor parameter, double value)
    {
        // A larger buffer would be cleared for nothing.
        Span<char> buffer = stackalloc char[FmeNumber.UsualLength];
        Text(
            parameter,
            FmeNumber.TryFormat(value, buffer, out ReadOnlySpan<char> usual) ? usual : FmeNumber.Format(value, stackalloc char[FmeNumber.MaxLength]));
    }

    /// <param name="parameter">The parameter.</param>
    /// <param name="serverPath">The path of the file or folder on the server; for one of this machine, its name.</param>
    /// <param name="local">What to upload; null for a file or folder on the server.</param>
    private protected virtual void Place(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local) =>
        Text(parameter, local is null ? serverPath : PathOf(local));

    private protected virtual void PlaceItem(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local) =>
        Item(parameter, local is null ? serverPath : PathOf(local));

    private protected virtual void Secret(FmeParameterDescriptor parameter, string value) => Text(parameter, value);

    private protected virtual void DateTime(FmeParameterDescriptor parameter, FmeDateTime value) =>
        Text(parameter, value.Format(stackalloc char[FmeDateTime.MaxLength], parameter.IsIsoDateTime, hasMilliseconds: parameter.HasFraction == true));

    private protected virtual void Color(FmeParameterDescriptor parameter, FmeColor value)
    {
        FmeColorFormat format = parameter.ColorFormat;
        Text(parameter, format.Format(value, format.MaxLength <= UsualColorLength ? stackalloc char[UsualColorLength] : new char[format.MaxLength]));
    }

    private protected virtual void Geometry(FmeParameterDescriptor parameter, FmeGeometry value)
    {
        string text = value.TextFor(parameter.GeometryEncoding)
            ?? throw new InvalidOperationException($"Parameter {parameter.Name} {FmeValidationErrorText.WrongEncoding(parameter)}");
        Text(parameter, parameter.IsEncoded ? EncodedText.Encode(text) : text);
    }

    private string PathOf(LocalFiles local) => Uploads is null ? throw NotOnServer.Error(local) : Uploads[local];

    private bool WroteNone<T>(FmeParameterDescriptor parameter, FmeOptional<T> value)
        where T : struct
    {
        if (value.IsUnset)
        {
            Unset(parameter);
        }
        else if (value.IsBlank)
        {
            Blank(parameter);
        }

        return !value.HasValue;
    }
}
