namespace FmeTyped.Metadata;

/// <summary>Tells which parameters a form has to show.</summary>
public static class FmeRequestVisibility
{
    /// <summary>Whether a parameter is visible while a form has certain values. Of an invisible one nothing is a problem.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="values">The values by wire name. A parameter that is not among them counts with its default.</param>
    /// <returns>Whether its condition holds; true where it has none, where it cannot be decided here, or where the workspace does not publish it.</returns>
    public static bool IsVisible(this FmeWorkspaceDescriptor workspace, string name, IReadOnlyDictionary<string, FmeParameterValue> values)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        return new VisibilityScope(workspace, values).IsVisible(name) != false;
    }
}
