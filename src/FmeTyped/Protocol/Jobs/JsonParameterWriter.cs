using System.Text.Json;

namespace FmeTyped;

/// <summary>
/// Writes published parameters as JSON: a text, or an array of texts. Unset ones are left out. How an entry ties a name to its value is the
/// matter of the REST API's version.
/// </summary>
/// <param name="json">Where to.</param>
/// <param name="overrides">Parameters that are written as they are, and in the place of the request's own; null for none.</param>
internal abstract class JsonParameterWriter(Utf8JsonWriter json, IReadOnlyDictionary<string, FmeParameterValue>? overrides) : FmeParameterWriter
{
    private bool _listIsOverridden;

    /// <summary>Writes the parameters of a request, and then the overrides, so that no name occurs twice.</summary>
    public void WriteParameters(IFmeRequest request)
    {
        request.Write(this);
        if (overrides is null)
        {
            return;
        }

        foreach ((string name, FmeParameterValue value) in overrides)
        {
            Begin(JsonEncodedText.Encode(name));
            Write(value);
            End();
        }
    }

    private protected abstract void Begin(JsonEncodedText name);

    private protected abstract void End();

    private protected override void Unset(FmeParameterDescriptor parameter)
    {
    }

    private protected override void Blank(FmeParameterDescriptor parameter) => Text(parameter, "");

    private protected override void Text(FmeParameterDescriptor parameter, ReadOnlySpan<char> value)
    {
        if (!IsOverridden(parameter))
        {
            Begin(parameter.EncodedName);
            json.WriteStringValue(value);
            End();
        }
    }

    private protected override void Option(FmeParameterDescriptor parameter, int number)
    {
        if (!IsOverridden(parameter))
        {
            Begin(parameter.EncodedName);
            json.WriteStringValue(Choice(parameter, number).EncodedValue);
            End();
        }
    }

    private protected override void BeginList(FmeParameterDescriptor parameter, int count)
    {
        _listIsOverridden = IsOverridden(parameter);
        if (!_listIsOverridden)
        {
            Begin(parameter.EncodedName);
            json.WriteStartArray();
        }
    }

    private protected override void Item(FmeParameterDescriptor parameter, string value)
    {
        if (!_listIsOverridden)
        {
            json.WriteStringValue(value);
        }
    }

    private protected override void OptionItem(FmeParameterDescriptor parameter, int number)
    {
        if (!_listIsOverridden)
        {
            json.WriteStringValue(Choice(parameter, number).EncodedValue);
        }
    }

    private protected override void EndList(FmeParameterDescriptor parameter)
    {
        if (!_listIsOverridden)
        {
            json.WriteEndArray();
            End();
        }
    }

    // What is overridden was neither uploaded nor checked, so it may have no place on the server and not even a text.
    private protected override void Place(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local)
    {
        if (!IsOverridden(parameter))
        {
            base.Place(parameter, serverPath, local);
        }
    }

    private protected override void PlaceItem(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local)
    {
        if (!_listIsOverridden)
        {
            base.PlaceItem(parameter, serverPath, local);
        }
    }

    private protected override void Float(FmeParameterDescriptor parameter, double value)
    {
        if (!IsOverridden(parameter))
        {
            base.Float(parameter, value);
        }
    }

    private protected override void Geometry(FmeParameterDescriptor parameter, string? text)
    {
        if (!IsOverridden(parameter))
        {
            base.Geometry(parameter, text);
        }
    }

    private static FmeChoice Choice(FmeParameterDescriptor parameter, int number) =>
        parameter.FindChoice(number)
        ?? throw new InvalidOperationException($"Parameter {parameter.Name} has no option with the number {number}. The request changed after it was checked.");

    private bool IsOverridden(FmeParameterDescriptor parameter) => overrides is not null && overrides.ContainsKey(parameter.Name);

    private void Write(FmeParameterValue value)
    {
        if (!value.IsList)
        {
            json.WriteStringValue(value.Text);
            return;
        }

        json.WriteStartArray();
        foreach (string item in value.Items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
