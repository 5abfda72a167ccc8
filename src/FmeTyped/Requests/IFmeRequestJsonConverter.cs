namespace FmeTyped.Generated;

/// <summary>
/// Tells for which workspace a JSON converter is. What describes JSON types, such as a transformer of OpenAPI schemas, finds the
/// workspace of a generated type here: <c>jsonTypeInfo.Converter is IFmeRequestJsonConverter</c>.
/// </summary>
public interface IFmeRequestJsonConverter
{
    /// <summary>What is known of the workspace.</summary>
    FmeWorkspaceDescriptor Workspace { get; }
}
