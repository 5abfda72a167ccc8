using System.Text;

namespace FmeTyped;

/// <summary>Writes published parameters as the query of an address. A list repeats its name (A078), so that an empty one is the name without a value.</summary>
/// <param name="overrides">Parameters that are written as they are, and in the place of the request's own; null for none.</param>
internal sealed class QueryParameterWriter(IReadOnlyDictionary<string, FmeParameterValue>? overrides) : SentParameterWriter(overrides)
{
    private readonly StringBuilder _query = new();

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

    private protected override void SendText(FmeParameterDescriptor parameter, ReadOnlySpan<char> value) => Add(parameter.Name, value.ToString());

    private protected override void SendChoice(FmeParameterDescriptor parameter, FmeChoice choice) => Add(parameter.Name, choice.Value);

    private protected override void BeginSendingList(FmeParameterDescriptor parameter, int count)
    {
        if (count == 0)
        {
            Add(parameter.Name, "");
        }
    }

    private protected override void SendItem(FmeParameterDescriptor parameter, string value) => Add(parameter.Name, value);

    private protected override void SendItem(FmeParameterDescriptor parameter, FmeChoice choice) => Add(parameter.Name, choice.Value);

    private protected override void EndSendingList()
    {
    }

    private protected override void SendOverride(string name, FmeParameterValue value)
    {
        foreach (string item in value.IsBlank ? [""] : value.Items)
        {
            Add(name, item);
        }
    }
}
