namespace FmeTyped.Testing;

/// <summary>A page of a list, as every list of v4 comes.</summary>
internal sealed record V4Page<T>(IReadOnlyList<T> Items, int TotalCount, int Limit, int Offset);
