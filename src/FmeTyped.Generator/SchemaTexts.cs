using System.Runtime.CompilerServices;
using FmeTyped.Schema.Reading;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Generator;

/// <summary>Reads each schema file once, for the generator, for the analyzers, and for all compilations while the user types.</summary>
internal static class SchemaTexts
{
    // The key is the text, which stays the same object until the file is edited. The result contains no Roslyn objects.
    private static readonly ConditionalWeakTable<SourceText, SchemaFile> ReadAlready = new();

    public static SchemaFile Read(SourceText text) => ReadAlready.GetValue(text, static text => SchemaFileReader.Read(text.ToString()));
}
