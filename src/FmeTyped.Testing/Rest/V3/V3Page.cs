namespace FmeTyped.Testing;

/// <summary>A page of a list in v3.</summary>
internal sealed record V3Page<T>(int Offset, int Limit, int TotalCount, IReadOnlyList<T> Items);
