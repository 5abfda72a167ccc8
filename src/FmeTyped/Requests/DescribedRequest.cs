using FmeTyped.Schema.Facts;

namespace FmeTyped;

/// <summary>A request to a workspace that is known by its descriptor only. It reads and writes each parameter as generated code does.</summary>
internal partial class DescribedRequest : IFmeRequest
{
    private readonly List<Action<FmeParameterWriter>> _writes;

    private DescribedRequest(
        FmeWorkspaceDescriptor workspace, FmeParameterReader reader, IReadOnlyDictionary<string, FmeList<FmeFolder>>? folders)
    {
        Descriptor = workspace;
        _writes = [.. workspace.Parameters.Select(parameter => Read(parameter, reader, folders?.GetValueOrDefault(parameter.Name)))];
    }

    /// <summary>Stands for the enum that a generated type has for its options; only its numbers matter.</summary>
    private enum Option;

    public FmeWorkspaceDescriptor Descriptor { get; }

    /// <param name="workspace">The workspace.</param>
    /// <param name="reader">The names and values.</param>
    /// <param name="folders">Folders of this machine, by wire name. They take precedence over a text of the same parameter.</param>
    public static DescribedRequest Read(
        FmeWorkspaceDescriptor workspace, FmeParameterReader reader, IReadOnlyDictionary<string, FmeList<FmeFolder>>? folders = null) =>
        workspace.Services.Count == 0 || workspace.Services.Contains(ServiceNames.DataDownload)
            ? new Download(workspace, reader, folders)
            : new DescribedRequest(workspace, reader, folders);

    public void Write(FmeParameterWriter writer)
    {
        foreach (Action<FmeParameterWriter> write in _writes)
        {
            write(writer);
        }
    }

    private static Action<FmeParameterWriter> Read(
        FmeParameterDescriptor parameter, FmeParameterReader reader, FmeList<FmeFolder>? folders) => parameter switch
    {
        { Kind: FmeParameterKind.Choice, IsList: true } =>
            Keep(reader.ReadOptions<Option>(parameter), (writer, value) => writer.WriteOptions(parameter, value)),
        { Kind: FmeParameterKind.File, IsList: true } => Keep(reader.ReadFiles(parameter), (writer, value) => writer.WriteFiles(parameter, value)),
        { Kind: FmeParameterKind.Folder, IsList: true } =>
            Keep(folders ?? reader.ReadFolders(parameter), (writer, value) => writer.WriteFolders(parameter, value)),
        { IsList: true } => Keep(reader.ReadTexts(parameter), (writer, value) => writer.WriteTexts(parameter, value)),
        { Kind: FmeParameterKind.Integer } => Keep(reader.ReadIntegerOrBlank(parameter), (writer, value) => writer.WriteInteger(parameter, value)),
        { Kind: FmeParameterKind.Float } => Keep(reader.ReadFloatOrBlank(parameter), (writer, value) => writer.WriteFloat(parameter, value)),
        { Kind: FmeParameterKind.Boolean } => Keep(reader.ReadBooleanOrBlank(parameter), (writer, value) => writer.WriteBoolean(parameter, value)),
        { Kind: FmeParameterKind.Choice } => Keep(reader.ReadOptionOrBlank<Option>(parameter), (writer, value) => writer.WriteOption(parameter, value)),
        { Kind: FmeParameterKind.DateTime } => Keep(reader.ReadDateTime(parameter), (writer, value) => writer.WriteDateTime(parameter, value)),
        { Kind: FmeParameterKind.Color } => Keep(reader.ReadColor(parameter), (writer, value) => writer.WriteColor(parameter, value)),
        { Kind: FmeParameterKind.File } => Keep(reader.ReadFile(parameter), (writer, value) => writer.WriteFile(parameter, value)),
        { Kind: FmeParameterKind.Folder } =>
            Keep(folders?[0] ?? reader.ReadFolder(parameter), (writer, value) => writer.WriteFolder(parameter, value)),
        { Kind: FmeParameterKind.Secret } => Keep(reader.ReadSecret(parameter), (writer, value) => writer.WriteSecret(parameter, value)),
        { Kind: FmeParameterKind.Geometry } => Keep(reader.ReadGeometry(parameter), (writer, value) => writer.WriteGeometry(parameter, value)),
        _ => Keep(reader.ReadText(parameter), (writer, value) => writer.WriteText(parameter, value)),
    };

    // Read once, here; written for validation and for the submission.
    private static Action<FmeParameterWriter> Keep<T>(T value, Action<FmeParameterWriter, T> write) => writer => write(writer, value);

    private sealed class Download(FmeWorkspaceDescriptor workspace, FmeParameterReader reader, IReadOnlyDictionary<string, FmeList<FmeFolder>>? folders)
        : DescribedRequest(workspace, reader, folders), IFmeDataDownloadRequest;
}
