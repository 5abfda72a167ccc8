namespace FmeTyped.Generated;

/// <summary>
/// Tells which workspace a JSON converter belongs to. Code that describes JSON types, such as an OpenAPI schema transformer, finds the
/// workspace of a generated type here: <c>jsonTypeInfo.Converter is IFmeRequestJsonConverter</c>.
/// </summary>
public interface IFmeRequestJsonConverter
{
    /// <summary>The workspace's descriptor.</summary>
    FmeWorkspaceDescriptor Workspace { get; }
}
