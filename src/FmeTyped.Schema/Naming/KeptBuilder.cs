using System;
using System.Text;

namespace FmeTyped.Schema.Naming;

/// <summary>A builder that each thread keeps, for texts that are built by the thousand and are short.</summary>
internal static class KeptBuilder
{
    // A larger buffer is not kept.
    private const int MostKept = 1 << 10;

    [ThreadStatic]
    private static StringBuilder? s_kept;

    /// <summary>An empty builder, which nobody else has until <see cref="ToStringAndFree"/>.</summary>
    public static StringBuilder Take()
    {
        StringBuilder builder = s_kept ?? new StringBuilder(256);
        s_kept = null;
        return builder;
    }

    /// <summary>The text of a builder, which must not be used any more.</summary>
    public static string ToStringAndFree(StringBuilder builder)
    {
        string text = builder.ToString();
        if (builder.Capacity <= MostKept)
        {
            s_kept = builder.Clear();
        }

        return text;
    }
}
