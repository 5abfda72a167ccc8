namespace FmeTyped.Generated;

/// <summary>Makes lists of collection expressions. Called by the compiler.</summary>
public static class FmeListBuilder
{
    /// <summary>A list of the values.</summary>
    /// <typeparam name="T">The type of one value.</typeparam>
    /// <param name="items">The values. They are copied.</param>
    public static FmeList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? FmeList<T>.Empty : new(items.ToArray());
}
