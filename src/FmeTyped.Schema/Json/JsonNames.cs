using System;
using System.Collections.Generic;

namespace FmeTyped.Schema.Json;

/// <summary>
/// The names that each open object has so far, the innermost object's last. Few are looked through, and only a long object pays for
/// a set.
/// </summary>
internal sealed class JsonNames
{
    private const int Few = 16;

    private readonly List<string> _names = [];

    /// <summary>How many names there are: for a new object, where its own start.</summary>
    public int Count => _names.Count;

    /// <summary>Adds a name to the innermost object; false where it has it already.</summary>
    /// <param name="name">The name.</param>
    /// <param name="first">Where the object's names start.</param>
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

    /// <summary>Forgets the innermost object's.</summary>
    public void CutBack(int first) => _names.RemoveRange(first, _names.Count - first);
}
