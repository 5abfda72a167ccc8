using System.Text;

namespace FmeTyped;

/// <summary>Writes published parameters as the query of an address. A list repeats its name (A078), so that an empty one is the name without a value.</summary>
/// <param name="overrides">Parameters that are written as they are, and in the place of the request's own; null for none.</param>
internal sealed class QueryParameterWriter(IReadOnlyDictionary<string, FmeParameterValue>? overrides) : FmeParameterWriter
{
    private readonly StringBuilder _query = new();

    /// <summary>Writes the parameters of a request, and then the overrides.</summary>
    public void WriteParameters(IFmeRequest request)
    {
        request.Write(this);
        foreach ((string name, FmeParameterValue value) in overrides ?? new Dictionary<string, FmeParameterValue>())
        {
            foreach (string item in value.IsBlank ? [""] : value.Items)
            {
                Add(name, item);
            }
        }
    }

    /// <summary>Adds a name and its value; nothing where there is none.</summary>
    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            _query.Append(_query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    /// <summary>The query with its question mark; empty where there is none.</summary>
    public override string ToString() => _query.ToString();

    private protected override void Unset(FmeParameterDescriptor parameter)
    {
    }

    private protected override void Blank(FmeParameterDescriptor parameter) => Text(parameter, "");

    private protected override void Text(FmeParameterDescriptor parameter, ReadOnlySpan<char> value) => AddOwn(parameter, value.ToString());

    private protected override void Option(FmeParameterDescriptor parameter, int number) => AddOwn(parameter, ValueOf(parameter, number));

    private protected override void BeginList(FmeParameterDescriptor parameter, int count)
    {
        if (count == 0)
        {
            Blank(parameter);
        }
    }

    private protected override void Item(FmeParameterDescriptor parameter, string value) => AddOwn(parameter, value);

    private protected override void OptionItem(FmeParameterDescriptor parameter, int number) => Option(parameter, number);

    private protected override void EndList(FmeParameterDescriptor parameter)
    {
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
        if (!IsOverridden(parameter))
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

    private string ValueOf(FmeParameterDescriptor parameter, int number) => IsOverridden(parameter)
        ? ""
        : parameter.FindChoice(number)?.Value
            ?? throw new InvalidOperationException($"Parameter {parameter.Name} has no option with the number {number}. The request changed after it was checked.");

    private void AddOwn(FmeParameterDescriptor parameter, string value)
    {
        if (!IsOverridden(parameter))
        {
            Add(parameter.Name, value);
        }
    }

    private bool IsOverridden(FmeParameterDescriptor parameter) => overrides is not null && overrides.ContainsKey(parameter.Name);
}
