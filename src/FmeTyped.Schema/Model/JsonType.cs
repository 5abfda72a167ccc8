namespace FmeTyped.Schema.Model;

/// <summary>The team's own type for a text parameter that holds JSON.</summary>
/// <param name="Name">The C# type, with its namespace.</param>
/// <param name="TypeInfo">Where its JsonTypeInfo is, such as <c>MyApp.MyJson.Default.Area</c>; serialising needs no reflection then.</param>
internal sealed record JsonType(string Name, string TypeInfo);
