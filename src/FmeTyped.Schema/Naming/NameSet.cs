using System;
using System.Collections.Generic;

namespace FmeTyped.Schema.Naming;

/// <summary>Names that differ, in the order in which they were added. A few are searched linearly, and only many need a hash table.</summary>
internal sealed class NameSet(StringComparer comparer)
{
    private const int Few = 32;

    private readonly List<string> _names = [];
    private HashSet<string>? _many;

    public int Count => _names.Count;

    /// <summary>Adds a name; false if the set already contains it.</summary>
    public bool Add(string name)
    {
        if (Contains(name))
        {
            return false;
        }

        _names.Add(name);
        _many?.Add(name);
        return true;
    }

    /// <summary>Removes the last names, so that <paramref name="count"/> remain.</summary>
    public void CutBack(int count)
    {
        _names.RemoveRange(count, _names.Count - count);
        _many = null;
    }

    private bool Contains(string name)
    {
        if (_names.Count >= Few)
        {
            return (_many ??= new HashSet<string>(_names, comparer)).Contains(name);
        }

        foreach (string other in _names)
        {
            if (comparer.Equals(name, other))
            {
                return true;
            }
        }

        return false;
    }
}
