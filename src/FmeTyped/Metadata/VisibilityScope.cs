namespace FmeTyped.Metadata;

/// <summary>What the conditions of a workspace's parameters look at: the values of one request, and the defaults behind them.</summary>
internal sealed class VisibilityScope(FmeWorkspaceDescriptor workspace, IReadOnlyDictionary<string, FmeParameterValue> values) : IVisibilityValues
{
    private readonly HashSet<string> _underway = [];

    /// <summary>Whether a parameter is visible. One that depends on itself is, and so is one that the workspace does not publish.</summary>
    public bool IsVisible(string name)
    {
        if (workspace.FindParameter(name)?.Visibility is not { } condition || !_underway.Add(name))
        {
            return true;
        }

        bool visible = condition.Holds(this);
        _underway.Remove(name);
        return visible;
    }

    /// <summary>Whether a parameter has a value: the one of the request, or else the default.</summary>
    public bool HasValue(string name, string value)
    {
        FmeParameterValue? found = values.TryGetValue(name, out FmeParameterValue set) ? set : workspace.FindParameter(name)?.Default;
        return found is { } actual && (actual.IsBlank ? value.Length == 0 : actual.Items.Count == 1 && actual.Text == value);
    }
}
