using System.Linq;
using FmeTyped.Schema.Reading;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>How a value is made for which the code has text.</summary>
/// <param name="Type">The type of the value.</param>
/// <param name="Remedy">What to use, as the end of a sentence.</param>
/// <param name="Members">The members of the type that a code fix can use, separated by commas: methods that take the text, or an option.</param>
internal sealed record ValueFactory(INamedTypeSymbol Type, string Remedy, string Members)
{
    /// <summary>Null for a type that is none of ours, and for those that text converts to.</summary>
    /// <param name="type">The type that is needed, nullable or not.</param>
    /// <param name="text">The text; null if it is known only at run time.</param>
    public static ValueFactory? Of(ITypeSymbol? type, string? text)
    {
        ITypeSymbol? value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
        return value is not INamedTypeSymbol named ? null
            : named.TypeKind == TypeKind.Enum ? OfOptions(named, text)
            : Runtime.Is(named, named.Name) ? OfRuntime(named)
            : null;
    }

    /// <summary>The type as the message names it.</summary>
    public string Name => Type.ContainingType is { } request ? $"{request.Name}.{Type.Name}" : Type.Name;

    private static ValueFactory? OfRuntime(INamedTypeSymbol type) => type.Name switch
    {
        "FmeFile" => new(
            type, "FmeFile.OnServer for a path on the server, FmeFile.FromPath for a file of this machine, or FmeFile.FromUrl", "OnServer,FromPath"),
        "FmeFolder" => new(type, "FmeFolder.OnServer for a path on the server, or FmeFolder.FromPath for a folder of this machine", "OnServer,FromPath"),
        "FmeColor" => new(type, "FmeColor.FromRgb(255, 0, 0), or FmeColor.Parse for a text such as \"#ff0000\"", "Parse"),
        "FmeDateTime" => new(type, "new DateOnly(2026, 1, 31), a DateTime, or FmeDateTime.Parse for a text such as \"20260131\"", "Parse"),
        "FmeGeometry" => new(type, "FmeGeometry.FromGeoJson, FmeGeometry.FromWkt or FmeGeometry.BoundingBox", "FromGeoJson,FromWkt"),
        _ => null,
    };

    private static ValueFactory? OfOptions(INamedTypeSymbol type, string? text)
    {
        if (!GeneratedMark.IsOn(type))
        {
            return null;
        }

        string? nearest = text is not null
            ? NearMiss.Find(text, type.GetMembers().OfType<IFieldSymbol>().Select(option => option.Name))
            : null;
        return nearest is null ? new(type, "one of its options", "") : new(type, $"{type.Name}.{nearest}", nearest);
    }
}
