using System.Runtime.InteropServices;

namespace FmeTyped;

internal static class FmeListExtensions
{
    /// <summary>Creates a list of a sequence's values, for places where a collection expression would need a variable.</summary>
    public static FmeList<T> ToFmeList<T>(this IEnumerable<T> items) => FmeListBuilder.Create<T>(CollectionsMarshal.AsSpan(new List<T>(items)));
}
