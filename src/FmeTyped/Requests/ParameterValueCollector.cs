namespace FmeTyped;

/// <summary>Collects the values that are set, as they are sent.</summary>
internal class ParameterValueCollector(bool includeSecrets) : FmeParameterWriter
{
    private readonly Dictionary<string, FmeParameterValue> _values = [];
    private readonly List<string> _items = [];

    public IReadOnlyDictionary<string, FmeParameterValue> Values => _values;

    /// <summary>The last value that is on this machine and was collected by its name; null if all values can be sent as they are.</summary>
    public LocalFiles? Local { get; private set; }

    private protected override void Unset(FmeParameterDescriptor parameter)
    {
    }

    private protected override void Blank(FmeParameterDescriptor parameter) => Text(parameter, "");

    private protected override void Text(FmeParameterDescriptor parameter, ReadOnlySpan<char> value) =>
        _values.Add(parameter.Name, new FmeParameterValue(value.ToString()));

    private protected override void Option(FmeParameterDescriptor parameter, int number) =>
        _values.Add(parameter.Name, ValueOf(parameter, number));

    private protected override void BeginList(FmeParameterDescriptor parameter, int count) => _items.Clear();

    private protected override void Item(FmeParameterDescriptor parameter, string value) => _items.Add(value);

    private protected override void Place(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local)
    {
        Local = local ?? Local;
        Text(parameter, serverPath);
    }

    private protected override void PlaceItem(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local)
    {
        Local = local ?? Local;
        Item(parameter, serverPath);
    }

    private protected override void OptionItem(FmeParameterDescriptor parameter, int number) => _items.Add(ValueOf(parameter, number));

    private protected override void EndList(FmeParameterDescriptor parameter) => _values.Add(parameter.Name, new FmeParameterValue(_items.ToFmeList()));

    private protected override void Secret(FmeParameterDescriptor parameter, string value) =>
        Text(parameter, includeSecrets ? value : FmeSecret.Mask);

    private static string ValueOf(FmeParameterDescriptor parameter, int number) =>
        parameter.FindChoice(number)?.Value
        ?? throw new InvalidOperationException($"Parameter {parameter.Name} {ChoiceText.NoOption(parameter.Choices, number)}");
}
