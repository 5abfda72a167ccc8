using System;
using System.Collections.Generic;

namespace FmeTyped.Schema.Naming;

/// <summary>Names that neither a generated record nor a property of it can have, because every record has a member of that name.</summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        // object
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",

        // record
        "Clone", "EqualityContract", "PrintMembers",

        // IFmeRequest<TSelf>
        "Descriptor", "TryRead",
    };

    // What the compiler calls accessors, operators and the field of an enum. Only a team's own choice can be named so.
    private static readonly string[] CompilersPrefixes = ["get_", "set_", "op_", "value__"];

    public static bool Contains(string name)
    {
        foreach (string prefix in CompilersPrefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Names.Contains(name);
    }
}
