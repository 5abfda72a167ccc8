namespace FmeTyped.Testing;

/// <summary>A page of a list in v4.</summary>
internal sealed record V4Page<T>(IReadOnlyList<T> Items, int TotalCount, int Limit, int Offset);
