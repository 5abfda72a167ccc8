using FmeTyped.Blazor.Tests.Fme.Kinds;
using FmeTyped.Blazor.Tests.Fme.Planning;
using FmeTyped.Blazor.Tests.Fme.Roads;
using FmeTyped.Blazor.Tests.Fme.Samples;
using FmeTyped.Metadata;

namespace FmeTyped.Blazor.Tests.Site;

/// <summary>The workspaces that the pages of a site find by name.</summary>
public sealed class SiteWorkspaces
{
    private readonly Dictionary<string, FmeWorkspaceDescriptor> _workspaces =
        Own.ToDictionary(workspace => Path.GetFileNameWithoutExtension(workspace.Workspace));

    /// <summary>The workspaces of the samples, and one with every kind of parameter.</summary>
    public static FmeWorkspaceDescriptor[] Own => [AustinDownload.Descriptor, ParcelReport.Descriptor, Survey.Descriptor, Kinds.Descriptor];

    public long MaximumFileSize { get; set; } = 1024 * 1024;

    public FmeWorkspaceDescriptor Find(string name) => _workspaces[name];

    public void Add(string name, FmeWorkspaceDescriptor workspace) => _workspaces.Add(name, workspace);
}
