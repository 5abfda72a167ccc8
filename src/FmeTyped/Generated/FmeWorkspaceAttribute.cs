namespace FmeTyped.Generated;

/// <summary>
/// Tells the analyzers which workspace a generated request runs, in the project that generates the request and in those that reference it.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="workspace">The workspace's file name.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FmeWorkspaceAttribute(string repository, string workspace) : Attribute
{
    /// <summary>The repository.</summary>
    public string Repository { get; } = repository;

    /// <summary>The workspace's file name.</summary>
    public string Workspace { get; } = workspace;
}
