using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>The suggestions of an open option type, to which any text converts.</summary>
internal static class OpenOptions
{
    /// <summary>Each value that is suggested, with the member that stands for it; empty for all other types.</summary>
    public static IReadOnlyList<(string Value, string Member)> Of(ITypeSymbol type) =>
    [
        .. from member in type.GetMembers().OfType<IPropertySymbol>()
           where member.IsStatic
           let value = GeneratedAttribute.Find(member, "FmeOptionAttribute")?.TextAt(0)
           where value is not null
           select (value, member.Name),
    ];
}
