namespace FmeTyped.Tool.Masking;

/// <summary>The secret parameters: by their names, those of the schema file, and those that the server's own records call passwords. Not thread-safe.</summary>
/// <param name="ofSchema">Those of the schema file.</param>
internal sealed class SecretParameters(IEnumerable<string> ofSchema)
{
    /// <summary>How many are remembered.</summary>
    public const int Most = 10_000;

    private readonly HashSet<string> _names = new(ofSchema, StringComparer.Ordinal);

    public bool Has(string name) => PrivateNames.IsSecret(name) || _names.Contains(name);

    public void Add(string name)
    {
        if (_names.Count < Most)
        {
            _names.Add(name);
        }
    }
}
