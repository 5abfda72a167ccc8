using FmeTyped;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using QuickStart.Fme.Samples;

namespace QuickStart;

/// <summary>A request for a workspace under a name it does not have. Generated types cannot be wrong so; a server whose workspace was renamed can.</summary>
internal sealed class MisspeltWorkspace(IFmeRequest request) : IFmeRequest
{
    public FmeWorkspaceDescriptor Descriptor { get; } = new(request.Descriptor.Repository, "austinDownloads.fmw");

    public void Write(FmeParameterWriter writer) => request.Write(writer);
}

/// <summary>What a caller sends whose option was removed from the workspace since.</summary>
internal sealed class OutdatedRequest : IFmeRequest
{
    public FmeWorkspaceDescriptor Descriptor => AustinDownload.Descriptor;

    public void Write(FmeParameterWriter writer) => writer.WriteTexts(Descriptor.Parameters[0], ["tramways"]);
}
