namespace FmeTyped.Testing;

/// <summary>A page of a list, as every list of v3 comes.</summary>
internal sealed record V3Page<T>(int Offset, int Limit, int TotalCount, IReadOnlyList<T> Items);
