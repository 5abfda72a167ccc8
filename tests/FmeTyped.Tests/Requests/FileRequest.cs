using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Tests.Requests;

/// <summary>A request with two files, a list of files and a folder.</summary>
internal sealed record FileRequest : IFmeRequest
{
    private static readonly FmeParameterDescriptor SourceParameter = new("SOURCE", FmeParameterKind.File);
    private static readonly FmeParameterDescriptor OtherParameter = new("OTHER", FmeParameterKind.File);
    private static readonly FmeParameterDescriptor ManyParameter = new("MANY", FmeParameterKind.File) { IsList = true };
    private static readonly FmeParameterDescriptor FolderParameter = new("FOLDER", FmeParameterKind.Folder);

    public FmeFile? Source { get; init; }

    public FmeFile? Other { get; init; }

    public FmeList<FmeFile>? Many { get; init; }

    public FmeFolder? Folder { get; init; }

    public FmeWorkspaceDescriptor Descriptor { get; } =
        new("Samples", "import.fmw") { Parameters = [SourceParameter, OtherParameter, ManyParameter, FolderParameter] };

    /// <summary>A file of a text.</summary>
    public static FmeFile FileOf(string name, string text) => FmeFile.FromStream(name, _ => new(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))));

    public void Write(FmeParameterWriter writer)
    {
        writer.WriteFile(SourceParameter, Source);
        writer.WriteFile(OtherParameter, Other);
        writer.WriteFiles(ManyParameter, Many);
        writer.WriteFolder(FolderParameter, Folder);
    }
}
