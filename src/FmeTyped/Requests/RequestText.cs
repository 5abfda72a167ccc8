using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FmeTyped;

/// <summary>
/// Writes the values that are set, for people: names on the wire, texts in quotes, in no culture's form, without secrets. It shows a value that cannot be
/// sent too, because a text for a log or a debugger must not fail.
/// </summary>
internal sealed class RequestText(StringBuilder text) : FmeParameterWriter
{
    private bool _isInList;

    /// <summary>Whether a value was set.</summary>
    public bool HasValues { get; private set; }

    private protected override void Unset(FmeParameterDescriptor parameter)
    {
    }

    private protected override void Blank(FmeParameterDescriptor parameter) => Text(parameter, "");

    private protected override void Text(FmeParameterDescriptor parameter, ReadOnlySpan<char> value) => Begin(parameter).Append(Quoted(value));

    private protected override void Integer(FmeParameterDescriptor parameter, long value) => Begin(parameter).Append(CultureInfo.InvariantCulture, $"{value}");

    private protected override void Float(FmeParameterDescriptor parameter, double value) => Begin(parameter).Append(CultureInfo.InvariantCulture, $"{value}");

    private protected override void Option(FmeParameterDescriptor parameter, int number) => Begin(parameter).Append(OptionOf(parameter, number));

    private protected override void BeginList(FmeParameterDescriptor parameter, int count)
    {
        Begin(parameter).Append('[');
        _isInList = false;
    }

    private protected override void Item(FmeParameterDescriptor parameter, string value) => BeginItem().Append(Quoted(value));

    private protected override void OptionItem(FmeParameterDescriptor parameter, int number) => BeginItem().Append(OptionOf(parameter, number));

    private protected override void EndList(FmeParameterDescriptor parameter) => text.Append(']');

    private protected override void Place(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local) =>
        Text(parameter, FmeFile.WithoutSecrets(serverPath));

    private protected override void PlaceItem(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local) =>
        Item(parameter, FmeFile.WithoutSecrets(serverPath));

    private protected override void Secret(FmeParameterDescriptor parameter, string value) => Text(parameter, FmeSecret.Mask);

    private protected override void Geometry(FmeParameterDescriptor parameter, FmeGeometry value) => Text(parameter, value.ToString());

    private static string OptionOf(FmeParameterDescriptor parameter, int number) =>
        parameter.FindChoice(number) is { } choice ? Quoted(choice.Value) : string.Create(CultureInfo.InvariantCulture, $"{number} (no option)");

    private static string Quoted(ReadOnlySpan<char> value) => $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private StringBuilder Begin(FmeParameterDescriptor parameter)
    {
        text.Append(HasValues ? ", " : "").Append(parameter.Name).Append(" = ");
        HasValues = true;
        return text;
    }

    private StringBuilder BeginItem()
    {
        text.Append(_isInList ? ", " : "");
        _isInList = true;
        return text;
    }
}
