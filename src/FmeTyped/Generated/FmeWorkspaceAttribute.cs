namespace FmeTyped.Generated;

/// <summary>
/// Tells the analyzers which workspace a generated request runs, in the project that generates the request and in those that reference it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FmeWorkspaceAttribute : Attribute
{
    /// <summary>Nothing is kept: the analyzers read the arguments from the metadata.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="workspace">The workspace's file name.</param>
    public FmeWorkspaceAttribute(string repository, string workspace) => _ = (repository, workspace);
}
