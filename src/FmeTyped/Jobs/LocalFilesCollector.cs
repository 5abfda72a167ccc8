namespace FmeTyped;

/// <summary>Collects what a request must upload, each once, without the parameters that are overridden.</summary>
internal sealed class LocalFilesCollector(IReadOnlyDictionary<string, FmeParameterValue>? overrides) : PickingWriter
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
}
