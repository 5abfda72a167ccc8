using FmeTyped;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using QuickStart.Fme.Samples;

namespace QuickStart;

/// <summary>A request for a workspace with a wrong name. Generated types have the right name, but the workspace may be renamed on the server.</summary>
internal sealed class MisspeltWorkspace(IFmeRequest request) : IFmeRequest
{
    public FmeWorkspaceDescriptor Descriptor { get; } = new(request.Descriptor.Repository, "austinDownloads.fmw");

    public void Write(FmeParameterWriter writer) => request.Write(writer);
}

/// <summary>A request with an option that has since been removed from the workspace.</summary>
internal sealed class OutdatedRequest : IFmeRequest
{
    public FmeWorkspaceDescriptor Descriptor => AustinDownload.Descriptor;

    public void Write(FmeParameterWriter writer) => writer.WriteTexts(Descriptor.Parameters[0], ["tramways"]);
}
