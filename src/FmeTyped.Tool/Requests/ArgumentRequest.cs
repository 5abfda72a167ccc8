using FmeTyped.Generated;
using FmeTyped.Metadata;

namespace FmeTyped.Tool.Requests;

/// <summary>
/// A request for a workspace that is known only at run time. It reads and writes each parameter as generated code does, so that the client checks it like
/// a generated request.
/// </summary>
internal sealed class ArgumentRequest : IFmeRequest
{
    /// <summary>Marks a local file or folder, as opposed to one on the server.</summary>
    public const char LocalMark = '@';

    private readonly IReadOnlyList<Action<FmeParameterWriter>> _parameters;

    public ArgumentRequest(FmeWorkspaceDescriptor workspace, FmeParameterReader reader)
    {
        Descriptor = workspace;
        _parameters = [.. workspace.Parameters.Select(parameter => Read(parameter, reader))];
    }

    /// <summary>Stands for the enum that a generated type has for its options; only its numbers matter.</summary>
    private enum Option
    {
    }

    public FmeWorkspaceDescriptor Descriptor { get; }

    public void Write(FmeParameterWriter writer)
    {
        foreach (Action<FmeParameterWriter> write in _parameters)
        {
            write(writer);
        }
    }

    private static Action<FmeParameterWriter> Read(FmeParameterDescriptor parameter, FmeParameterReader reader) => parameter switch
    {
        { Kind: FmeParameterKind.Choice, IsList: true } =>
            Keep(reader.ReadOptions<Option>(parameter), (writer, value) => writer.WriteOptions(parameter, value)),
        { Kind: FmeParameterKind.File, IsList: true } => Keep(
            reader.ReadTexts(parameter) is { } files ? (FmeList<FmeFile>)[.. files.Select(FileOf)] : null,
            (writer, value) => writer.WriteFiles(parameter, value)),
        { Kind: FmeParameterKind.Folder, IsList: true } => Keep(
            reader.ReadTexts(parameter) is { } folders ? (FmeList<FmeFolder>)[.. folders.Select(FolderOf)] : null,
            (writer, value) => writer.WriteFolders(parameter, value)),
        { IsList: true } => Keep(reader.ReadTexts(parameter), (writer, value) => writer.WriteTexts(parameter, value)),
        { Kind: FmeParameterKind.Integer } => Keep(reader.ReadIntegerOrBlank(parameter), (writer, value) => writer.WriteInteger(parameter, value)),
        { Kind: FmeParameterKind.Float } => Keep(reader.ReadFloatOrBlank(parameter), (writer, value) => writer.WriteFloat(parameter, value)),
        { Kind: FmeParameterKind.Boolean } => Keep(reader.ReadBooleanOrBlank(parameter), (writer, value) => writer.WriteBoolean(parameter, value)),
        { Kind: FmeParameterKind.Choice } => Keep(reader.ReadOptionOrBlank<Option>(parameter), (writer, value) => writer.WriteOption(parameter, value)),
        { Kind: FmeParameterKind.DateTime } => Keep(reader.ReadDateTime(parameter), (writer, value) => writer.WriteDateTime(parameter, value)),
        { Kind: FmeParameterKind.Color } => Keep(reader.ReadColor(parameter), (writer, value) => writer.WriteColor(parameter, value)),
        { Kind: FmeParameterKind.File } => Keep(
            reader.ReadText(parameter) is { } text ? FileOf(text) : null, (writer, value) => writer.WriteFile(parameter, value)),
        { Kind: FmeParameterKind.Folder } => Keep(
            reader.ReadText(parameter) is { } text ? FolderOf(text) : null, (writer, value) => writer.WriteFolder(parameter, value)),
        { Kind: FmeParameterKind.Secret } => Keep(reader.ReadSecret(parameter), (writer, value) => writer.WriteSecret(parameter, value)),
        { Kind: FmeParameterKind.Geometry } => Keep(reader.ReadGeometry(parameter), (writer, value) => writer.WriteGeometry(parameter, value)),
        _ => Keep(reader.ReadText(parameter), (writer, value) => writer.WriteText(parameter, value)),
    };

    // Read once, here; written for validation and for the submission.
    private static Action<FmeParameterWriter> Keep<T>(T value, Action<FmeParameterWriter, T> write) => writer => write(writer, value);

    private static FmeFile FileOf(string text) => text switch
    {
        "" => FmeBlank.Value,
        [LocalMark, .. var path] => Directory.Exists(path) ? FmeFile.FromFolder(path) : FmeFile.FromPath(path),
        _ => FmeFile.OnServer(text),
    };

    private static FmeFolder FolderOf(string text) => text switch
    {
        "" => FmeBlank.Value,
        [LocalMark, .. var path] => FmeFolder.FromPath(path),
        _ => FmeFolder.OnServer(text),
    };
}
