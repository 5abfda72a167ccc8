using System;
using System.Collections.Generic;

namespace FmeTyped.Schema.Json;

/// <summary>
/// The names in each open object so far, the innermost object's last. A few names are searched linearly, and only a long object needs
/// a set.
/// </summary>
internal sealed class JsonNames
{
    private const int Few = 16;

    private readonly List<string> _names = [];

    /// <summary>The number of names: for a new object, the index of its first name.</summary>
    public int Count => _names.Count;

    /// <summary>Adds a name to the innermost object; false if the object already contains it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="first">The index of the object's first name.</param>
    /// <param name="many">The object's names as a set, once there are many.</param>
    public bool Add(string name, int first, ref HashSet<string>? many)
    {
        if (_names.Count - first == Few)
        {
            many ??= new HashSet<string>(_names.GetRange(first, Few), StringComparer.Ordinal);
            return many.Add(name);
        }

        for (int i = first; i < _names.Count; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.Ordinal))
            {
                return false;
            }
        }

        _names.Add(name);
        return true;
    }

    /// <summary>Removes the innermost object's names.</summary>
    public void CutBack(int first) => _names.RemoveRange(first, _names.Count - first);
}
