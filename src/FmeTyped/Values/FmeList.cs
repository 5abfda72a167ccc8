using System.Collections;
using System.Runtime.CompilerServices;

// One file, because each of the two types needs the other.
namespace FmeTyped
{
    /// <summary>
    /// The values of a parameter that takes several, such as a listbox. Immutable, compared by value and order.
    /// Write it as a collection expression: <c>[ThemesOption.Airports, ThemesOption.Cenart]</c>.
    /// </summary>
    /// <remarks>
    /// A class, because the compiler then names the one wrong element of a collection expression (CS0029) instead of
    /// calling the whole list not constructible (CS9174).
    /// </remarks>
    /// <typeparam name="T">The type of one value.</typeparam>
    [CollectionBuilder(typeof(FmeListBuilder), nameof(FmeListBuilder.Create))]
    public sealed class FmeList<T> : IReadOnlyList<T>
    {
        private readonly T[] _items;

        internal FmeList(T[] items) => _items = items;

        internal static FmeList<T> Empty { get; } = new([]);

        /// <summary>The number of values.</summary>
        public int Count => _items.Length;

        /// <summary>Gets one value.</summary>
        /// <param name="index">Its position, from 0.</param>
        public T this[int index] => _items[index];

        internal ReadOnlySpan<T> AsSpan() => _items;

        /// <summary>Creates a list of an array's values. The array is copied.</summary>
        /// <param name="items">The values; null gives null, which leaves the parameter unset.</param>
        [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(items))]
        public static implicit operator FmeList<T>?(T[]? items) => items is null ? null : FmeListBuilder.Create<T>(items);

        /// <summary>Creates a list of another list's values, which are copied.</summary>
        /// <param name="items">The values; null gives null, which leaves the parameter unset.</param>
        [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(items))]
        public static implicit operator FmeList<T>?(List<T>? items) => items is null ? null : FmeListBuilder.Create<T>([.. items]);

        /// <summary>Whether both hold the same values in the same order.</summary>
        /// <param name="left">One list.</param>
        /// <param name="right">The other list.</param>
        public static bool operator ==(FmeList<T>? left, FmeList<T>? right) => left is null ? right is null : left.Equals(right);

        /// <summary>Whether the lists differ.</summary>
        /// <param name="left">One list.</param>
        /// <param name="right">The other list.</param>
        public static bool operator !=(FmeList<T>? left, FmeList<T>? right) => !(left == right);

        /// <inheritdoc/>
        public override bool Equals(object? obj) =>
            obj is FmeList<T> other && _items.AsSpan().SequenceEqual(other._items, EqualityComparer<T>.Default);

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (T item in _items)
            {
                hash.Add(item);
            }

            return hash.ToHashCode();
        }

        /// <summary>Returns the values in brackets, separated by commas.</summary>
        public override string ToString() => $"[{string.Join(", ", _items)}]";

        /// <inheritdoc/>
        public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
    }
}

namespace FmeTyped.Generated
{
    /// <summary>Creates lists for collection expressions. Called by the compiler.</summary>
    public static class FmeListBuilder
    {
        /// <summary>Creates a list of the values.</summary>
        /// <typeparam name="T">The type of one value.</typeparam>
        /// <param name="items">The values. They are copied.</param>
        public static FmeList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? FmeList<T>.Empty : new(items.ToArray());
    }
}
