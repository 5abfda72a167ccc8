using FmeTyped.Schema.Facts;

namespace FmeTyped.Metadata;

/// <summary>The values for the conditions of a workspace's parameters: those of one request, and the defaults.</summary>
/// <param name="find">Finds a parameter of the workspace by its name on the wire.</param>
/// <param name="values">The values by wire name.</param>
internal sealed class VisibilityScope(Func<string, FmeParameterDescriptor?> find, IReadOnlyDictionary<string, FmeParameterValue> values)
    : IVisibilityValues
{
    private readonly HashSet<string> _underway = [];

    /// <summary>
    /// Whether a parameter is visible; null if that cannot be decided. One that depends on itself is visible, and so is one that the
    /// workspace does not publish.
    /// </summary>
    public bool? IsVisible(string name)
    {
        if (find(name)?.Visibility is not { } condition || !_underway.Add(name))
        {
            return true;
        }

        bool? visible = condition.Holds(this);
        _underway.Remove(name);
        return visible;
    }

    public string? TextOf(string name) => Find(name) is { } value ? value.IsBlank ? "" : string.Join(' ', value.Items) : null;

    public bool? HasValue(string name, string value) =>
        Find(name) is { } found ? (found.IsBlank ? value.Length == 0 : found.Items.Count == 1 && found.Text == value) : null;

    private FmeParameterValue Decoded(string name, FmeParameterValue value) =>
        find(name) is { IsEncoded: true } && !value.IsList ? EncodedText.Decode(value.Text) : value;

    private FmeParameterValue? Find(string name) =>
        values.TryGetValue(name, out FmeParameterValue set) ? Decoded(name, set)
        : find(name) is not { DefaultIsWithheld: false } parameter ? default(FmeParameterValue?)
        : parameter.Default ?? "";
}
