namespace FmeTyped;

/// <summary>Collects what a request has to upload, each once, but for parameters that something else takes the place of.</summary>
internal sealed class LocalFilesCollector(IReadOnlyDictionary<string, FmeParameterValue>? overrides) : FmeParameterWriter
{
    private readonly List<LocalFiles> _files = [];

    public IReadOnlyList<LocalFiles> Files => _files;

    private protected override void Place(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local)
    {
        if (local is not null && overrides?.ContainsKey(parameter.Name) != true && !_files.Contains(local))
        {
            _files.Add(local);
        }
    }

    private protected override void PlaceItem(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local) => Place(parameter, serverPath, local);

    private protected override void Unset(FmeParameterDescriptor parameter)
    {
    }

    private protected override void Blank(FmeParameterDescriptor parameter)
    {
    }

    private protected override void Text(FmeParameterDescriptor parameter, ReadOnlySpan<char> value)
    {
    }

    private protected override void Option(FmeParameterDescriptor parameter, int number)
    {
    }

    private protected override void BeginList(FmeParameterDescriptor parameter, int count)
    {
    }

    private protected override void Item(FmeParameterDescriptor parameter, string value)
    {
    }

    private protected override void OptionItem(FmeParameterDescriptor parameter, int number)
    {
    }

    private protected override void EndList(FmeParameterDescriptor parameter)
    {
    }

    // What is overridden was not checked, so it may not even have a text.
    private protected override void Float(FmeParameterDescriptor parameter, double value)
    {
    }

    private protected override void Geometry(FmeParameterDescriptor parameter, string? text)
    {
    }
}
