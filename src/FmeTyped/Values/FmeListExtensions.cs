using System.Runtime.InteropServices;

namespace FmeTyped;

internal static class FmeListExtensions
{
    /// <summary>A list of a sequence's values, where a collection expression would need a variable for it.</summary>
    public static FmeList<T> ToFmeList<T>(this IEnumerable<T> items) => FmeListBuilder.Create<T>(CollectionsMarshal.AsSpan(new List<T>(items)));
}
