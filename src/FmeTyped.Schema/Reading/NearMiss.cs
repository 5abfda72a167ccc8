using System;
using System.Collections.Generic;

namespace FmeTyped.Schema.Reading;

/// <summary>Finds the name that a misspelt one most likely means.</summary>
internal static class NearMiss
{
    /// <summary>The nearest of the candidates as the end of a message; empty if none is near.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) =>
        Find(name, candidates) is { } near ? $". Did you mean '{near}'?" : "";

    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int least = (name.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            int distance = string.Equals(name, candidate, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(name, candidate, least);
            if (distance < least || (distance == least && nearest is null))
            {
                least = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    // Edits (insert, delete, replace) that turn one into the other; more than the limit where the lengths alone say so.
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        int[] previous = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
