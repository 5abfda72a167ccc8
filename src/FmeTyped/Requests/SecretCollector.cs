namespace FmeTyped;

/// <summary>Collects what of a request must be shown to nobody: secrets, and what the addresses of files hold of them.</summary>
internal sealed class SecretCollector() : ParameterValueCollector(includeSecrets: false)
{
    private readonly List<string> _secrets = [];

    public IReadOnlyList<string> Secrets => _secrets;

    private protected override void Secret(FmeParameterDescriptor parameter, string value) => _secrets.Add(value);

    private protected override void Place(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local) => _secrets.AddRange(UrlSecrets.Of(serverPath));

    private protected override void PlaceItem(FmeParameterDescriptor parameter, string serverPath, LocalFiles? local) => Place(parameter, serverPath, local);

    // What is overridden was not checked, so it may not even have a text.
    private protected override void Float(FmeParameterDescriptor parameter, double value)
    {
    }

    private protected override void Geometry(FmeParameterDescriptor parameter, string? text)
    {
    }

    private protected override void Option(FmeParameterDescriptor parameter, int number)
    {
    }

    private protected override void OptionItem(FmeParameterDescriptor parameter, int number)
    {
    }
}
