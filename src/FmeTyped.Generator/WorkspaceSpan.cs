namespace FmeTyped.Generator;

/// <summary>Where a workspace stands in a schema file. Line and column are those of its first character, from 0.</summary>
internal readonly record struct WorkspaceSpan(int Start, int Length, int Line, int Column);
