using System;
using System.Globalization;

namespace FmeTyped.Schema.Naming;

/// <summary>
/// Gives names that differ within one scope. Who keeps a contested name does not depend on the order of the file:
/// chosen names first, then who is spelt like the name, then ordinal order of the wire names. The others get a suffix made of
/// their own wire name, so that a further clash does not move it.
/// </summary>
internal sealed class NameScope
{
    private readonly NameSet _taken;

    public NameScope(StringComparer comparer) => _taken = new NameSet(comparer);

    /// <summary>Reserves a name.</summary>
    public void Reserve(string name) => _taken.Add(name);

    /// <summary>The name for one candidate.</summary>
    public string Take(NameCandidate candidate)
    {
        string name = candidate.Name;
        for (uint salt = 0; !_taken.Add(name); salt++)
        {
            name = candidate.Name + "_" + (StableHash.From(candidate.WireName, salt) & 0xFFFF).ToString("x4", CultureInfo.InvariantCulture);
        }

        return name;
    }

    /// <summary>The names for some candidates, in their order.</summary>
    public string[] Assign(NameCandidate[] candidates)
    {
        int reserved = _taken.Count;
        string[] names = new string[candidates.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = candidates[i].Name;
            if (!_taken.Add(names[i]))
            {
                _taken.CutBack(reserved);
                return AssignInOrder(candidates);
            }
        }

        return names;
    }

    // Only names that are contested depend on an order.
    private string[] AssignInOrder(NameCandidate[] candidates)
    {
        int[] order = new int[candidates.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (left, right) => Compare(candidates[left], candidates[right]));

        string[] names = new string[candidates.Length];
        foreach (int index in order)
        {
            names[index] = Take(candidates[index]);
        }

        return names;
    }

    private static int Compare(NameCandidate left, NameCandidate right)
    {
        int byRank = Rank(left).CompareTo(Rank(right));
        return byRank != 0 ? byRank : string.CompareOrdinal(left.WireName, right.WireName);
    }

    private static int Rank(NameCandidate candidate) =>
        candidate.IsChosen ? 0 : string.Equals(candidate.Name, candidate.WireName, StringComparison.Ordinal) ? 1 : 2;
}

/// <summary>An element that needs a name.</summary>
/// <param name="WireName">Its name on the wire, unique within a scope.</param>
/// <param name="Name">The preferred name.</param>
/// <param name="IsChosen">Whether the team chose the name.</param>
internal readonly record struct NameCandidate(string WireName, string Name, bool IsChosen);
