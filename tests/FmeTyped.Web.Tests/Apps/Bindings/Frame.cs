using System.Text.Json.Serialization;

namespace Bindings;

/// <summary>A type of the team's own, which a workspace takes as JSON in a text.</summary>
public sealed record Frame(double Width, double Height);

/// <summary>How it is written.</summary>
[JsonSerializable(typeof(Frame))]
public sealed partial class FrameJson : JsonSerializerContext;
